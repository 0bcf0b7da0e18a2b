import type { Days } from '../days';
import { person } from '../people';
import type { Story } from '../telling/story';
import { usualWay } from '../telling/usual-way';

/** Three neighbours of one village in the three rural classes (腾冲市: A 400, B 330, C 260 yuan a head). */
export const classStories = (days: Days): readonly Story[] => [
  {
    key: 'classA',
    title: '农村A类:老年夫妇',
    division: '530581106201',
    area: 'rural',
    submittedOn: days.ago(100),
    application: {
      address: '界头镇1组',
      phone: '13900000401',
      members: [person('m1 董正国 男 1951-08-15', 'applicant'), person('m2 董兰仙 女 1954-10-01', 'spouse')],
      incomes: [{ member: 'm1', kind: 'farming', amount: '3000', per: 'year' }],
    },
    steps: usualWay(days, { from: days.ago(100), until: 'confirm' }),
    ends: 'benefiting',
  },
  {
    key: 'classB',
    title: '农村B类:主要劳动力残疾',
    division: '530581106201',
    area: 'rural',
    submittedOn: days.ago(98),
    application: {
      address: '界头镇1组',
      phone: '13900000402',
      members: [
        person('m1 蔺学武 男 1978-02-11', 'applicant', {
          disability: { category: 'physical', grade: 3 },
          labour: 'partial',
        }),
        person('m2 蔺梅芳 女 1980-07-07', 'spouse', { labour: 'full' }),
        person('m3 蔺佳佳 女 2013-12-24', 'child', { student: { level: 'primary' } }),
      ],
      incomes: [{ member: 'm2', kind: 'farming', amount: '9000', per: 'year' }],
    },
    steps: usualWay(days, { from: days.ago(98), until: 'confirm' }),
    ends: 'benefiting',
  },
  {
    key: 'classC',
    title: '农村C类:有劳动能力',
    division: '530581106201',
    area: 'rural',
    submittedOn: days.ago(96),
    application: {
      address: '界头镇2组',
      phone: '13900000403',
      members: [
        person('m1 郭建平 男 1983-05-29', 'applicant', { labour: 'full' }),
        person('m2 郭会兰 女 1986-09-16', 'spouse', { labour: 'full' }),
        person('m3 郭俊杰 男 2012-08-03', 'child', { student: { level: 'juniorSecondary' } }),
        person('m4 郭俊熙 男 2017-04-18', 'child', { student: { level: 'primary' } }),
      ],
      incomes: [{ member: 'm1', kind: 'wage', amount: '1600', per: 'month', label: '县内打工' }],
    },
    steps: usualWay(days, { from: days.ago(96), until: 'confirm' }),
    ends: 'benefiting',
  },
];
