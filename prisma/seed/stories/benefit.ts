import { addDays, type CivilDate } from '../../../domain/civil-date';
import type { Days } from '../days';
import { dayIn, paidMonths } from '../payments/county';
import { person } from '../people';
import type { Story } from '../telling/story';
import { usualWay } from '../telling/usual-way';

/** The day on which the county's first month has come to its households. */
const firstPaid = (days: Days): CivilDate => dayIn(paidMonths(days)[0]!, 10);
/** In the month before, so that the whole first month was one too much. */
const diedBefore = (days: Days): CivilDate => addDays(dayIn(paidMonths(days)[0]!, 1), -6);

/** Households in benefit. */
export const benefitStories = (days: Days): readonly Story[] => [
  {
    key: 'singlePerson',
    title: '重残人员参照单人户纳入',
    division: '530581106202',
    area: 'rural',
    submittedOn: days.ago(150),
    application: {
      address: '界头镇5组',
      phone: '13900000301',
      members: [
        person('m1 段有富 男 1971-07-15', 'applicant', {
          disability: { category: 'physical', grade: 1 },
          labour: 'none',
        }),
        person('m2 段润芳 女 1973-02-22', 'spouse', { labour: 'full', employment: 'employed' }),
      ],
      incomes: [{ member: 'm2', kind: 'wage', amount: '1500', per: 'month', fixed: true, label: '茶厂' }],
      beneficiary: 'm1',
    },
    steps: usualWay(days, {
      from: days.ago(150),
      until: 'confirm',
      proposal: (scene) => ({
        kind: 'singlePerson',
        beneficiaryId: scene.person('m1'),
        reason: '低保边缘家庭中的重度残疾人,本人申请',
      }),
    }),
    ends: 'benefiting',
  },
  {
    key: 'delegated',
    title: '确认权限下放,由镇确认',
    division: '532301101003',
    area: 'urban',
    submittedOn: days.ago(120),
    application: {
      address: '中大街社区龙江路22号',
      phone: '13900000302',
      members: [
        person('m1 者丽华 女 1970-10-10', 'applicant', {
          labour: 'partial',
          disability: { category: 'speech', grade: 2 },
        }),
      ],
      incomes: [{ member: 'm1', kind: 'wage', amount: '260', per: 'month', fixed: true, label: '手工刺绣' }],
    },
    steps: usualWay(days, { from: days.ago(120), until: 'confirm', delegated: true }),
    ends: 'benefiting',
  },
  {
    key: 'recheckSoon',
    title: '年度复核将到期',
    division: '530381103001',
    area: 'rural',
    submittedOn: days.ago(374),
    application: {
      address: '兴田居委会4组',
      phone: '13900000303',
      members: [
        person('m1 晏发贵 男 1975-03-03', 'applicant', {
          disability: { category: 'physical', grade: 3 },
          labour: 'partial',
        }),
        person('m2 晏石仙 女 1976-08-19', 'spouse', { labour: 'full' }),
        person('m3 晏思雨 女 2011-01-07', 'child', { student: { level: 'juniorSecondary' } }),
      ],
      incomes: [
        { member: 'm1', kind: 'other', amount: '150', per: 'month', fixed: true, label: '编竹器' },
        { member: 'm2', kind: 'wage', amount: '500', per: 'month', fixed: true, label: '乡村公益性岗位' },
      ],
    },
    steps: [...usualWay(days, { from: days.ago(374), until: 'confirm' }), { on: days.today, wait: true }],
    ends: 'benefiting',
    open: ['recheck'],
  },
  {
    key: 'death',
    title: '家中老人去世,已减员重算',
    division: '530581106203',
    area: 'rural',
    submittedOn: days.ago(300),
    application: {
      address: '界头镇8组',
      phone: '13900000304',
      members: [
        person('m1 谷有才 男 1953-04-04', 'applicant'),
        person('m2 谷桂香 女 1955-09-12', 'spouse', { seriousIllness: true }),
        person('m3 谷小军 男 2014-06-30', 'grandchild', { supportDuty: true, student: { level: 'primary' } }),
      ],
      incomes: [{ member: 'm1', kind: 'farming', amount: '2400', per: 'year' }],
    },
    steps: [
      ...usualWay(days, { from: days.ago(300), until: 'confirm' }),
      {
        on: days.ago(42),
        action: 'openMatter',
        opens: 'death',
        by: 'assistant',
        input: (scene) => ({ personId: scene.person('m2'), diedOn: addDays(scene.on, -3), source: 'village' }),
      },
      {
        on: days.ago(38),
        action: 'verify',
        matter: 'death',
        by: 'clerk',
        input: () => ({ diedOn: addDays(days.ago(42), -3), proof: '村委会死亡证明和火化证明' }),
      },
      {
        on: days.ago(34),
        action: 'complete',
        matter: 'death',
        by: 'approver',
        input: () => ({ opinion: '减员,重新核算' }),
      },
    ],
    ends: 'benefiting',
  },
  {
    key: 'lateDeath',
    title: '家人去世后才报告,多发一个月,书面同意逐月抵扣',
    division: '530581106202',
    area: 'rural',
    submittedOn: days.ago(260),
    application: {
      address: '界头镇7组',
      phone: '13900000306',
      members: [person('m1 闫开平 男 1950-02-18', 'applicant'), person('m2 闫凤英 女 1952-11-06', 'spouse')],
      incomes: [{ member: 'm1', kind: 'farming', amount: '2600', per: 'year' }],
    },
    steps: usualWay(days, { from: days.ago(260), until: 'confirm' }),
    later: [
      {
        on: days.after(firstPaid(days), 1),
        action: 'openMatter',
        opens: 'death',
        by: 'assistant',
        input: (scene) => ({ personId: scene.person('m2'), diedOn: diedBefore(days), source: 'village' }),
      },
      {
        on: days.after(firstPaid(days), 2),
        action: 'verify',
        matter: 'death',
        by: 'clerk',
        input: () => ({ diedOn: diedBefore(days), proof: '村委会死亡证明' }),
      },
      {
        on: days.after(firstPaid(days), 3),
        action: 'complete',
        matter: 'death',
        by: 'approver',
        input: () => ({ opinion: '减员,重新核算;多发的一个月转追缴' }),
      },
      { on: days.today, wait: true },
    ],
    ends: 'benefiting',
  },
  {
    key: 'complaint',
    title: '在享户被举报,待县级入户核查',
    division: '530381001004',
    area: 'rural',
    submittedOn: days.ago(200),
    application: {
      address: '学苑居委会小坡村',
      phone: '13900000305',
      members: [person('m1 孔德昌 男 1956-12-01', 'applicant'), person('m2 孔粉兰 女 1959-05-05', 'spouse')],
      incomes: [{ member: 'm1', kind: 'farming', amount: '5000', per: 'year' }],
    },
    steps: [
      ...usualWay(days, { from: days.ago(200), until: 'confirm' }),
      {
        on: days.ago(5),
        action: 'openMatter',
        opens: 'complaint',
        by: 'clerk',
        input: () => ({ class: 'fraud', what: '反映该户有门面出租未申报。', named: false }),
      },
    ],
    ends: 'benefiting',
    open: ['complaint'],
  },
];
