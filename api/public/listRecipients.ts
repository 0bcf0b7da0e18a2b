import { z } from 'zod';
import { boardRecipients } from '../../store/public/board';
import { integerText } from '../fields';
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

export const listRecipients = operation({
  method: 'get',
  path: '/api/v1/public/long-term',
  permission: 'notice.read',
  tag: '公开查询',
  summary: '查看长期公示的在保对象',
  description: '不需要登录。选到乡镇(或村)时列出在保家庭:姓名隐去一部分、保障人数和每月金额,每页50户。',
  effect: 'read',
  limit: 'publicReads',
  query: z.strictObject({ ...placeQuery, page: integerText('页码', { min: 1, max: 10_000 }).default(1) }),
  output: z.object({
    place: Place,
    places: z.array(z.object({ division: z.string(), name: z.string() })),
    recipients: z.array(Listed),
    nextPage: z.int().nullable(),
  }),
  example: {
    query: { division: '530581001' },
    output: { place: examplePlace, places: [], recipients: [exampleListed], nextPage: null },
  },
  async handler(context, { query: { division, page } }) {
    const place = placeOf(division);
    const rows = isListed(division)
      ? await context.scope((tx) => boardRecipients(tx, division, PAGE + 1, (page - 1) * PAGE))
      : [];
    return {
      place,
      places: childPlaces(division),
      recipients: rows.slice(0, PAGE).map(listed),
      nextPage: rows.length > PAGE ? page + 1 : null,
    };
  },
});
