import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { nameOf } from '../../domain/divisions';
import { countyForecasts } from '../../domain/funds/county-forecasts';
import { labelOfProgramme } from '../../domain/funds/sources';
import { yuanFromFen } from '../../domain/money';
import { needsBelow, roomsBelow } from '../../store/funds/forecast';
import { sqlOf } from '../../store/sql';
import { actorOf } from '../context';
import { divisionCode } from '../fields';
import { operation } from '../operation';

const Month = z.object({
  month: z.string(),
  need: z.string(),
  left: z.string().meta({ description: '发完这个月后年度资金还剩多少;负数为缺口' }),
});

const FundForecast = z
  .object({
    division: z.string(),
    computedOn: z.string().nullable(),
    months: z.array(z.object({ month: z.string(), need: z.string() })),
    counties: z.array(
      z.object({
        county: z.string(),
        countyName: z.string(),
        programme: z.string(),
        programmeLabel: z.string(),
        months: z.array(Month),
        runsOut: z.string().nullable().meta({ description: '资金用完的月份' }),
        missing: z.string(),
      }),
    ),
  })
  .meta({ id: 'FundForecast', description: '按现有待遇测算的往后各月资金' });

const example = {
  division: '530581',
  computedOn: '2026-03-02',
  months: [{ month: '2026-03', need: '300000.00' }],
  counties: [
    {
      county: '530581',
      countyName: '腾冲市',
      programme: 'dibao',
      programmeLabel: '最低生活保障',
      months: [{ month: '2026-03', need: '300000.00', left: '700000.00' }],
      runsOut: null,
      missing: '0.00',
    },
  ],
};

export const readFundForecast = operation({
  method: 'get',
  path: '/api/v1/funds/forecast',
  permission: 'funds.read',
  tag: '资金',
  summary: '查看资金测算',
  description:
    '按现有待遇(含已知的渐退期满和终止月份)测算往后各月需要多少、钱用到哪个月;每天重新测算。还没有安排预算的年度不测算。',
  effect: 'read',
  query: z.strictObject({ division: divisionCode().exactOptional() }),
  output: FundForecast,
  example: { query: { division: '530581' }, output: example },
  division: ({ query: { division } }) => division,
  async handler(context, { query }) {
    const division = query.division ?? actorOf(context).division;
    const today = civilDateAt(context.now().getTime());
    return context.scope(async (tx) => {
      const needs = await needsBelow(sqlOf(tx), division);
      const forecasts = countyForecasts(needs, await roomsBelow(sqlOf(tx), division, today));
      const computed = await tx.fundForecast.findFirst({ select: { computedOn: true } });
      const sums = new Map<string, bigint>();
      for (const { month, fen } of needs) sums.set(month, (sums.get(month) ?? 0n) + BigInt(fen));
      return {
        division,
        computedOn: computed?.computedOn ?? null,
        months: [...sums].sort().map(([month, fen]) => ({ month, need: yuanFromFen(fen) })),
        counties: forecasts.map(({ county, programme, months, runsOut, missing }) => ({
          county,
          countyName: nameOf(county),
          programme,
          programmeLabel: labelOfProgramme(programme),
          months: months.map(({ month, fen, left }) => ({ month, need: yuanFromFen(fen), left: yuanFromFen(left) })),
          runsOut: runsOut ?? null,
          missing: yuanFromFen(missing),
        })),
      };
    });
  },
});
