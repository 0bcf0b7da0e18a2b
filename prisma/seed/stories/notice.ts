import type { Days } from '../days';
import { person } from '../people';
import type { Story } from '../telling/story';
import { usualWay } from '../telling/usual-way';

/** Cases before the public and before the county. */
export const noticeStories = (days: Days): readonly Story[] => [
  {
    key: 'publicised',
    title: '正在公示',
    division: '530581001002',
    area: 'urban',
    submittedOn: days.back(14),
    application: {
      address: '下绮罗社区中街41号',
      phone: '13900000201',
      members: [
        person('m1 钏美芝 女 1987-10-02', 'applicant', { labour: 'full', employment: 'flexible' }),
        person('m2 钏浩然 男 2012-03-28', 'child', { student: { level: 'juniorSecondary' } }),
        person('m3 钏欣怡 女 2016-11-11', 'child', { student: { level: 'primary' } }),
      ],
      incomes: [{ member: 'm1', kind: 'wage', amount: '1450', per: 'month', label: '餐馆帮工' }],
    },
    steps: usualWay(days, { from: days.back(14), until: 'recordPosting' }),
    ends: 'publicised',
  },
  {
    key: 'toPost',
    title: '待张榜,与正在公示的同村',
    division: '530581001002',
    area: 'urban',
    submittedOn: days.back(12),
    application: {
      address: '下绮罗社区后街7号',
      phone: '13900000206',
      members: [
        person('m1 尚春兰 女 1960-04-06', 'applicant', { labour: 'none', seriousIllness: true }),
        person('m2 尚开文 男 1958-12-19', 'spouse', { labour: 'partial' }),
      ],
      incomes: [{ member: 'm2', kind: 'wage', amount: '700', per: 'month', label: '看门' }],
    },
    steps: usualWay(days, { from: days.back(12), until: 'approveProposal' }),
    ends: 'publicised',
  },
  {
    key: 'toPostToo',
    title: '待张榜,同一张公示单',
    division: '530581001002',
    area: 'urban',
    submittedOn: days.back(11),
    application: {
      address: '下绮罗社区后街15号',
      phone: '13900000207',
      members: [
        person('m1 濮正林 男 1968-08-23', 'applicant', {
          labour: 'partial',
          disability: { category: 'physical', grade: 3 },
        }),
      ],
      incomes: [{ member: 'm1', kind: 'wage', amount: '300', per: 'month', label: '修鞋' }],
    },
    steps: usualWay(days, { from: days.back(11), until: 'approveProposal' }),
    ends: 'publicised',
  },
  {
    key: 'objected',
    title: '公示有异议,民主评议后重新公示',
    division: '530381103202',
    area: 'rural',
    submittedOn: days.back(24),
    application: {
      address: '土木村委会上村2组',
      phone: '13900000202',
      members: [person('m1 包老四 男 1955-02-14', 'applicant'), person('m2 朱乔芬 女 1957-06-06', 'spouse')],
      incomes: [
        { member: 'm1', kind: 'farming', amount: '3600', per: 'year' },
        { member: 'm1', kind: 'basicPension', amount: '163', per: 'month' },
      ],
    },
    steps: [
      ...usualWay(days, { from: days.back(24), until: 'recordPosting' }),
      {
        on: days.back(11),
        action: 'raiseObjection',
        by: 'assistant',
        input: () => ({ what: '其子在县城有住房,应尽赡养义务。' }),
      },
      {
        on: days.back(7),
        action: 'holdAppraisal',
        by: 'clerk',
        input: (scene) => ({
          heldOn: scene.on,
          attendance: 21,
          votesFor: 18,
          votesAgainst: 2,
          abstained: 1,
          conclusion: '其子无固定收入,赡养能力不足,同意纳入。',
        }),
      },
      {
        on: days.back(6),
        action: 'approveProposal',
        by: 'approver',
        input: () => ({ opinion: '采纳评议结论,重新公示' }),
      },
      {
        on: days.back(4),
        action: 'recordPosting',
        by: 'clerk',
        input: async (scene) => ({ place: '土木村委会公开栏', postedOn: scene.on, photoId: await scene.photo() }),
      },
    ],
    ends: 'publicised',
  },
  {
    key: 'relative',
    title: '近亲属备案,县级必须入户',
    division: '530102001000',
    area: 'urban',
    submittedOn: days.back(20),
    application: {
      address: '华山街道青云街附近',
      phone: '13900000203',
      members: [
        person('m1 普家琴 女 1979-12-05', 'applicant', { labour: 'none', seriousIllness: true }),
        person('m2 普子轩 男 2010-05-20', 'child', { student: { level: 'seniorSecondary' } }),
      ],
      incomes: [{ member: 'm1', kind: 'otherTransfer', amount: '400', per: 'month', label: '亲友接济' }],
      relatives: [{ member: 'm1', post: 'otherClerk', relation: '姐妹', title: '华山街道社会事务办经办人' }],
    },
    steps: [...usualWay(days, { from: days.back(20), until: 'recordPosting' }), { on: days.today, wait: true }],
    ends: 'reviewing',
  },
  {
    key: 'confirming',
    title: '等待县级审核确认',
    division: '530581001005',
    area: 'urban',
    submittedOn: days.back(22),
    application: {
      address: '山源社区向阳路9号',
      phone: '13900000204',
      members: [
        person('m1 番国安 男 1962-11-30', 'applicant', { labour: 'partial' }),
        person('m2 番玉莲 女 1964-03-08', 'spouse', { labour: 'none', seriousIllness: true }),
      ],
      incomes: [{ member: 'm1', kind: 'wage', amount: '820', per: 'month', label: '门卫' }],
    },
    steps: usualWay(days, { from: days.back(22), until: 'recommend' }),
    ends: 'confirming',
  },
  {
    key: 'refused',
    title: '收入高于标准,不予确认,决定书已送达',
    division: '530102006000',
    area: 'urban',
    submittedOn: days.back(30),
    application: {
      address: '莲华街道学府路附近',
      phone: '13900000205',
      members: [
        person('m1 罗晓春 男 1981-01-19', 'applicant', { labour: 'full', employment: 'employed' }),
        person('m2 罗雨桐 女 2013-09-27', 'child', { student: { level: 'juniorSecondary' } }),
      ],
      incomes: [{ member: 'm1', kind: 'wage', amount: '3900', per: 'month', fixed: true }],
    },
    steps: [
      ...usualWay(days, { from: days.back(30), until: 'recordDataCheck' }),
      {
        on: days.back(21),
        action: 'propose',
        by: 'clerk',
        input: () => ({ kind: 'refuse', reason: '家庭月人均收入高于城市低保标准' }),
      },
      { on: days.back(20), action: 'approveProposal', by: 'approver', input: () => ({ opinion: '同意' }) },
      { on: days.back(17), action: 'recommend', by: 'reviewer', input: () => ({ opinion: '建议不予确认' }) },
      {
        on: days.back(15),
        action: 'refuse',
        by: 'countyApprover',
        input: () => ({ reason: '家庭月人均收入高于城市低保标准,也高于低保边缘家庭收入上限' }),
      },
      {
        on: days.back(13),
        action: 'recordDelivery',
        by: 'clerk',
        input: async (scene) => ({
          letterId: await scene.letter('refusal'),
          deliveredOn: scene.on,
          manner: 'inPerson',
          receiver: '罗晓春',
        }),
      },
    ],
    ends: 'refused',
  },
];
