import { z } from 'zod';
import { isCivilMonth } from '../../domain/civil-date';
import { paidHouseholds, paidMonths } from '../../store/public/paid';
import { integerText, text } from '../fields';
import { operation } from '../operation';
import {
  Listed,
  Place,
  childPlaces,
  exampleListed,
  examplePlace,
  isListed,
  listed,
  placeOf,
  placeQuery,
} from './board';

const PAGE = 50;

export const listPaidHouseholds = operation({
  method: 'get',
  path: '/api/v1/public/payments',
  permission: 'notice.read',
  tag: '公开查询',
  summary: '查看每月发放名单',
  description:
    '不需要登录。选到乡镇(或村)时列出当月已到账的家庭:姓名隐去一部分、家庭人数和金额,每页50户;不填月份为最近一个月。',
  effect: 'read',
  limit: 'publicReads',
  query: z.strictObject({
    ...placeQuery,
    month: text('月份').refine(isCivilMonth, '月份应为年-月,例如 2022-09').exactOptional(),
    page: integerText('页码', { min: 1, max: 10_000 }).default(1),
  }),
  output: z.object({
    place: Place,
    places: z.array(z.object({ division: z.string(), name: z.string() })),
    months: z.array(z.string()).meta({ description: '有发放名单的月份,新的在前' }),
    month: z.string().nullable(),
    recipients: z.array(Listed.omit({ monthly: true }).extend({ amount: z.string() })),
    nextPage: z.int().nullable(),
  }),
  example: {
    query: { division: '530581001' },
    output: {
      place: examplePlace,
      places: [],
      months: ['2022-09'],
      month: '2022-09',
      recipients: [
        {
          programme: exampleListed.programme,
          place: exampleListed.place,
          applicant: exampleListed.applicant,
          people: exampleListed.people,
          amount: exampleListed.monthly,
        },
      ],
      nextPage: null,
    },
  },
  async handler(context, { query: { division, month: asked, page } }) {
    const place = placeOf(division);
    const empty = { place, places: childPlaces(division), months: [], month: null, recipients: [], nextPage: null };
    if (!isListed(division)) return empty;
    return context.scope(async (tx) => {
      const months = await paidMonths(tx, division);
      const month = asked ?? months[0];
      if (month === undefined) return empty;
      const rows = await paidHouseholds(tx, { division, month, most: PAGE + 1, after: (page - 1) * PAGE });
      return {
        ...empty,
        months,
        month,
        recipients: rows.slice(0, PAGE).map((row) => {
          const { monthly, ...shown } = listed(row);
          return { ...shown, amount: monthly };
        }),
        nextPage: rows.length > PAGE ? page + 1 : null,
      };
    });
  },
});
