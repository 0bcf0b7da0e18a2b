import type { Days } from '../days';
import { person } from '../people';
import type { Story } from '../telling/story';
import { usualWay } from '../telling/usual-way';

/** New and early cases: what a township finds on its desk today. */
export const intakeStories = (days: Days): readonly Story[] => [
  {
    key: 'fresh',
    title: '今天刚提交的城市申请',
    division: '530581001003',
    area: 'urban',
    submittedOn: days.today,
    application: {
      address: '天成社区文星巷18号',
      phone: '13900000101',
      members: [
        person('m1 寸丽仙 女 1984-06-17', 'applicant', { labour: 'full', employment: 'unemployed' }),
        person('m2 寸子涵 男 2014-02-09', 'child', { student: { level: 'juniorSecondary' } }),
      ],
      incomes: [{ member: 'm1', kind: 'wage', amount: '600', per: 'month', label: '打零工' }],
    },
    steps: [],
    ends: 'submitted',
  },
  {
    key: 'overdue',
    title: '无人受理、逐级上报的农村申请',
    division: '530381103201',
    area: 'rural',
    submittedOn: days.back(15),
    application: {
      address: '田坝村委会大村7组',
      phone: '13900000102',
      members: [
        person('m1 缪应才 男 1958-09-03', 'applicant', { seriousIllness: true }),
        person('m2 徐关秀 女 1961-12-20', 'spouse', { labour: 'partial' }),
      ],
      incomes: [{ member: 'm2', kind: 'farming', amount: '4200', per: 'year', label: '玉米、洋芋' }],
      expenses: [{ member: 'm1', kind: 'illness', amount: '9600', per: 'year' }],
    },
    steps: [],
    ends: 'submitted',
  },
  {
    key: 'supplementing',
    title: '一次性告知补正,等待材料',
    division: '530102001000',
    area: 'urban',
    submittedOn: days.back(6),
    application: {
      address: '华山街道文林街附近(租住)',
      phone: '13900000103',
      members: [
        person('m1 郎云珍 女 1976-01-25', 'applicant', {
          labour: 'partial',
          disability: { category: 'hearing', grade: 3 },
        }),
      ],
      incomes: [{ member: 'm1', kind: 'wage', amount: '500', per: 'month' }],
    },
    steps: [
      {
        on: days.back(5),
        action: 'askSupplement',
        by: 'clerk',
        input: () => ({
          items: [
            { paper: '租房合同', why: '说明现住址' },
            { paper: '离婚协议', why: '核实抚养费' },
          ],
        }),
      },
    ],
    ends: 'supplementing',
  },
  {
    key: 'disputed',
    title: '核对结果有异议,须重新核对',
    division: '532301102002',
    area: 'urban',
    submittedOn: days.back(10),
    application: {
      address: '东瓜社区桃源小区3幢',
      phone: '13900000104',
      members: [
        person('m1 起文光 男 1969-08-08', 'applicant', {
          labour: 'partial',
          disability: { category: 'physical', grade: 3 },
        }),
        person('m2 起秀英 女 1971-04-30', 'spouse', { labour: 'full' }),
      ],
      incomes: [{ member: 'm2', kind: 'wage', amount: '900', per: 'month' }],
    },
    steps: [
      ...usualWay(days, { from: days.back(10), until: 'startDataCheck' }),
      {
        on: days.back(3),
        action: 'recordDataCheck',
        by: 'dataDesk',
        input: (scene) => ({ outcome: 'inconsistent', findings: '登记有小型面包车一辆。', checkedOn: scene.on }),
      },
      {
        on: days.back(2),
        action: 'disputeDataCheck',
        by: 'clerk',
        input: () => ({ reason: '车辆已于三年前报废,有回收证明。' }),
      },
    ],
    ends: 'investigating',
  },
  {
    key: 'proposed',
    title: '初审建议待乡镇审批',
    division: '530581106201',
    area: 'rural',
    submittedOn: days.back(10),
    application: {
      address: '界头镇3组',
      phone: '13900000105',
      members: [
        person('m1 余自强 男 1963-05-16', 'applicant', {
          labour: 'partial',
          disability: { category: 'visual', grade: 3 },
        }),
        person('m2 余小花 女 1966-07-21', 'spouse', { labour: 'full' }),
      ],
      incomes: [{ member: 'm2', kind: 'farming', amount: '6800', per: 'year', label: '油菜、核桃' }],
    },
    steps: usualWay(days, { from: days.back(10), until: 'propose' }),
    ends: 'proposed',
  },
];
