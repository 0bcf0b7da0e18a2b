import type { Days } from '../days';
import { person } from '../people';
import type { Story } from '../telling/story';
import { usualWay } from '../telling/usual-way';

const changeOf = (what: string, description: string) => (scene: { readonly on: string }) => ({
  what,
  happenedOn: scene.on,
  description,
  reportedBy: 'household',
});
const deliverStop = async (scene: { readonly on: string; letter(kind: 'stop'): Promise<string> }) => ({
  letterId: await scene.letter('stop'),
  deliveredOn: scene.on,
  manner: 'inPerson',
});

/** Households that leave the benefit, gently or at once. */
export const leavingStories = (days: Days): readonly Story[] => [
  {
    key: 'leaving',
    title: '就业增收,正在渐退',
    division: '530581001002',
    area: 'urban',
    submittedOn: days.ago(235),
    application: {
      address: '下绮罗社区水碓巷6号',
      phone: '13900000501',
      members: [
        person('m1 尹家成 男 1979-04-11', 'applicant', { labour: 'full', employment: 'unemployed' }),
        person('m2 尹丽芬 女 1982-01-30', 'spouse', { labour: 'full', employment: 'flexible' }),
        person('m3 尹诗琪 女 2012-10-08', 'child', { student: { level: 'juniorSecondary' } }),
      ],
      incomes: [{ member: 'm2', kind: 'wage', amount: '1200', per: 'month', label: '保洁' }],
    },
    steps: [
      ...usualWay(days, { from: days.ago(235), until: 'confirm' }),
      {
        on: days.ago(80),
        action: 'openMatter',
        opens: 'change',
        by: 'assistant',
        input: changeOf('employment', '户主到翡翠加工厂上班,月工资3200元。'),
      },
      {
        on: days.ago(78),
        fact: 'income',
        person: 'm1',
        content: { member: 'm1', kind: 'wage', amount: '3200', per: 'month', fixed: true, label: '翡翠加工厂' },
      },
      {
        on: days.ago(77),
        action: 'assess',
        matter: 'change',
        by: 'clerk',
        input: () => ({ opinion: '人均收入已超过标准' }),
      },
      {
        on: days.ago(76),
        action: 'propose',
        matter: 'change',
        by: 'clerk',
        input: () => ({
          outcome: 'gradualExit',
          because: 'employment',
          months: 5,
          reason: '就业增收,人均收入超过低保标准',
        }),
      },
      { on: days.ago(73), action: 'endorse', matter: 'change', by: 'approver', input: () => ({ opinion: '同意渐退' }) },
      {
        on: days.ago(70),
        action: 'approve',
        matter: 'change',
        by: 'countyApprover',
        input: () => ({ opinion: '同意' }),
      },
      { on: days.today, wait: true },
    ],
    ends: 'leaving',
  },
  {
    key: 'backDated',
    title: '2022年7月的申请:按当时的法办理,渐退9个月后结案',
    division: '530581106204',
    area: 'rural',
    submittedOn: '2022-07-04',
    application: {
      address: '界头镇6组',
      phone: '13900000502',
      members: [
        person('m1 张开顺 男 1980-03-17', 'applicant', { labour: 'full' }),
        person('m2 张翠平 女 1983-11-02', 'spouse', { labour: 'full' }),
        person('m3 张成龙 男 2009-06-01', 'child', { student: { level: 'juniorSecondary' } }),
        person('m4 张成凤 女 2013-02-19', 'child', { student: { level: 'primary' } }),
      ],
      incomes: [{ member: 'm1', kind: 'farming', amount: '12000', per: 'year', label: '烤烟' }],
    },
    steps: [
      ...usualWay(days, { from: '2022-07-04', until: 'confirm' }),
      {
        on: '2022-09-05',
        action: 'openMatter',
        opens: 'change',
        by: 'assistant',
        input: changeOf('employment', '夫妻到保山工业园区务工。'),
      },
      {
        on: '2022-09-06',
        fact: 'income',
        person: 'm1',
        content: { member: 'm1', kind: 'wage', amount: '3500', per: 'month', label: '园区务工' },
      },
      {
        on: '2022-09-07',
        action: 'assess',
        matter: 'change',
        by: 'clerk',
        input: () => ({ opinion: '人均收入已超过标准' }),
      },
      {
        on: '2022-09-08',
        action: 'propose',
        matter: 'change',
        by: 'clerk',
        input: () => ({
          outcome: 'gradualExit',
          because: 'employment',
          months: 9,
          reason: '外出务工增收,给予九个月渐退期',
        }),
      },
      { on: '2022-09-13', action: 'endorse', matter: 'change', by: 'approver', input: () => ({ opinion: '同意' }) },
      {
        on: '2022-09-16',
        action: 'approve',
        matter: 'change',
        by: 'countyApprover',
        input: () => ({ opinion: '同意' }),
      },
      { on: '2023-07-03', wait: true },
      { on: '2023-07-04', action: 'recordDelivery', by: 'clerk', input: deliverStop },
      { on: '2024-03-01', wait: true },
    ],
    ends: 'closed',
  },
  {
    key: 'stopped',
    title: '自愿退出,停保后结案',
    division: '530381103203',
    area: 'rural',
    submittedOn: '2024-03-04',
    application: {
      address: '田坝镇岔河村',
      phone: '13900000503',
      members: [
        person('m1 浦绍华 男 1957-09-09', 'applicant'),
        person('m2 浦早英 女 1960-01-13', 'spouse', { seriousIllness: true }),
      ],
      incomes: [{ member: 'm1', kind: 'farming', amount: '3600', per: 'year' }],
    },
    steps: [
      ...usualWay(days, { from: '2024-03-04', until: 'confirm' }),
      {
        on: '2024-09-05',
        action: 'openMatter',
        opens: 'change',
        by: 'clerk',
        input: changeOf('voluntary', '儿子接到昆明同住,自愿退出。'),
      },
      { on: '2024-09-06', action: 'assess', matter: 'change', by: 'clerk', input: () => ({ opinion: '家庭自愿退出' }) },
      {
        on: '2024-09-09',
        action: 'propose',
        matter: 'change',
        by: 'clerk',
        input: () => ({ outcome: 'stop', reason: '家庭书面申请自愿退出' }),
      },
      { on: '2024-09-10', action: 'endorse', matter: 'change', by: 'approver', input: () => ({ opinion: '同意' }) },
      {
        on: '2024-09-13',
        action: 'approve',
        matter: 'change',
        by: 'countyApprover',
        input: () => ({ opinion: '同意' }),
      },
      { on: '2024-09-18', action: 'recordDelivery', by: 'clerk', input: deliverStop },
      { on: '2025-06-03', wait: true },
    ],
    ends: 'closed',
  },
];
