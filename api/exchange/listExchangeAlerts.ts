import { z } from 'zod';
import { civilDateAt, daysBetween, sayDate } from '../../domain/civil-date';
import { nameOf } from '../../domain/divisions';
import { systems, type SystemName } from '../../domain/exchange/kinds';
import { categoryLabel } from '../../domain/exchange/standards';
import { nationalParameters } from '../../domain/parameters/generated';
import { actorOf } from '../context';
import { choice, divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { cursorField } from './find';

const Alert = z
  .object({
    id: z.uuid(),
    county: z.string(),
    countyName: z.string(),
    systemLabel: z.string(),
    title: z.string(),
    category: z.string(),
    categoryLabel: z.string(),
    value: z.string(),
    unit: z.string(),
    from: z.string().meta({ description: '执行日期' }),
    daysLate: z.int(),
    sentence: z.string(),
    endedOn: z.string().nullable(),
    endedBecause: z.enum(['receipted', 'replaced']).nullable(),
  })
  .meta({ id: 'ExchangeAlert', description: '到执行日期仍未取得上级系统回执的标准' });

const titleOf = (standard: string): string => nationalParameters.find(({ id }) => id === standard)?.title ?? standard;

export const listExchangeAlerts = operation({
  method: 'get',
  path: '/api/v1/exchange/alerts',
  permission: 'exchange.read',
  tag: '数据交换',
  summary: '查看未按时录入上级系统的标准',
  description: '执行日期已到、上级系统尚未回执的标准,按县列出;县、州市和省都能看到。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode('地区').exactOptional(),
    state: choice('情况', ['open', 'ended']).default('open'),
    cursor: cursorField.exactOptional(),
    limit: integerText('每页条数', { min: 1, max: 200 }).default(100),
  }),
  output: z.object({
    items: z.array(Alert),
    next: z.string().nullable(),
    open: z.int(),
    counties: z.array(z.object({ county: z.string(), countyName: z.string(), open: z.int() })),
  }),
  example: {
    query: { division: '5305', limit: '100' },
    output: {
      items: [
        {
          id: '1e3d5c7b-9a8f-4e6d-8b2c-0f1a2b3c4d5e',
          county: '530581',
          countyName: '腾冲市',
          systemLabel: '云南省城乡社会救助信息系统',
          title: '城市最低生活保障标准',
          category: '',
          categoryLabel: '',
          value: '700',
          unit: 'yuanPerMonth',
          from: '2022-07-01',
          daysLate: 3,
          sentence: '2022年7月1日起执行,省系统尚未回执;请报送或回填后登记回执',
          endedOn: null,
          endedBecause: null,
        },
      ],
      next: null,
      open: 1,
      counties: [{ county: '530581', countyName: '腾冲市', open: 1 }],
    },
  },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { division, state, cursor, limit } }) {
    const county = { startsWith: (division ?? actorOf(context).division).slice(0, 6) };
    const today = civilDateAt(context.now().getTime());
    const place = cursor === undefined ? undefined : placeOf(cursor, 2).map(String);
    const [after, id] = place ?? [];
    return context.scope(async (tx) => {
      const rows = await tx.exchangeAlert.findMany({
        where: {
          county,
          endedOn: state === 'open' ? null : { not: null },
          ...(after !== undefined && id !== undefined
            ? { OR: [{ county: { gt: after } }, { county: after, id: { gt: id } }] }
            : {}),
        },
        orderBy: [{ county: 'asc' }, { id: 'asc' }],
        take: limit + 1,
      });
      const open = await tx.exchangeAlert.groupBy({
        by: ['county'],
        where: { county, endedOn: null },
        _count: true,
        orderBy: { county: 'asc' },
      });
      const { items, next } = paged(rows, limit, (row) => [row.county, row.id]);
      return {
        items: items.map((row) => ({
          id: row.id,
          county: row.county,
          countyName: nameOf(row.county),
          systemLabel: systems[row.system as SystemName].label,
          title: titleOf(row.standard),
          category: row.category,
          categoryLabel: categoryLabel(row.category),
          value: row.value,
          unit: row.unit,
          from: row.fromDate,
          daysLate: Math.max(0, daysBetween(row.fromDate, row.endedOn ?? today)),
          sentence: `${sayDate(row.fromDate)}起执行,${systems[row.system as SystemName].short}尚未回执;请报送或回填后登记回执`,
          endedOn: row.endedOn,
          endedBecause: row.endedBecause as 'receipted' | null,
        })),
        next,
        open: open.reduce((sum, { _count }) => sum + _count, 0),
        counties: open.map(({ county: code, _count }) => ({ county: code, countyName: nameOf(code), open: _count })),
      };
    });
  },
});
