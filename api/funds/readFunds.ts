import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { childrenOf, nameOf } from '../../domain/divisions';
import { bySource, sharesDue, totalsOf, type FundTotals, type SumRow } from '../../domain/funds/overview';
import { fundRules } from '../../domain/funds/rules';
import { sourceNames, sources, type Source } from '../../domain/funds/sources';
import { levelDigits } from '../../domain/lifecycle/roles';
import { yuanFromFen } from '../../domain/money';
import { alertCounts, countySums, needsOfYear, ownSums } from '../../store/funds/overview';
import { sqlOf } from '../../store/sql';
import { actorOf } from '../context';
import { divisionCode } from '../fields';
import { operation } from '../operation';
import { budgetYearText, programme } from './fields';

const amounts = {
  allocated: z.string().meta({ description: '下达累计' }),
  given: z.string().meta({ description: '已下达下级' }),
  released: z.string().meta({ description: '已拨付下级' }),
  arrived: z.string().meta({ description: '到账累计' }),
  drawn: z.string().meta({ description: '已支付和在途' }),
  committed: z.string().meta({ description: '已送发放、尚未确认到账' }),
  returned: z.string().meta({ description: '退回和追回' }),
  overdrawn: z.string().meta({ description: '支出超过到账' }),
  spent: z.string().meta({ description: '已支出' }),
  available: z.string().meta({ description: '可用' }),
};
const SourceName = z.enum(sourceNames as [Source, ...Source[]]);

const Funds = z
  .object({
    division: z.string(),
    divisionName: z.string(),
    year: z.int(),
    own: z.array(z.object({ source: SourceName, sourceLabel: z.string(), ...amounts })).meta({ description: '本级' }),
    counties: z
      .array(
        z.object({
          source: SourceName,
          sourceLabel: z.string(),
          ...amounts,
          shareDue: z.string().meta({ description: '按负担比例应安排' }),
          shareMissing: z.string().meta({ description: '应安排而未下达到县' }),
        }),
      )
      .meta({ description: '辖区各县合计,按资金来源' }),
    total: z.object(amounts).meta({ description: '辖区各县合计' }),
    children: z.array(
      z.object({ division: z.string(), name: z.string(), ...amounts, late: z.int(), reminders: z.int() }),
    ),
  })
  .meta({ id: 'Funds', description: '一个地区一个年度的资金' });

const yuan = (totals: FundTotals) => {
  const { allocated, given, released, arrived, drawn, committed, returned, overdrawn, spent, available } = totals;
  const all = { allocated, given, released, arrived, drawn, committed, returned, overdrawn, spent, available };
  return Object.fromEntries(Object.entries(all).map(([name, fen]) => [name, yuanFromFen(fen)])) as Record<
    keyof typeof all,
    string
  >;
};
const zero = yuan(totalsOf([]));

const example = {
  division: '530581',
  divisionName: '腾冲市',
  year: 2026,
  own: [{ source: 'central' as const, sourceLabel: '中央', ...zero }],
  counties: [{ source: 'central' as const, sourceLabel: '中央', ...zero, shareDue: '0.00', shareMissing: '0.00' }],
  total: zero,
  children: [],
};

/** What a county spent in the year and will still need, by programme. */
const needsOf = (
  rows: readonly SumRow[],
  coming: readonly { readonly county: string; readonly programme: string; readonly fen: string }[],
) => [
  ...rows.map(({ place, programme: of, drawn, returned }) => ({
    county: place,
    programme: of,
    fen: BigInt(drawn) - BigInt(returned) > 0n ? BigInt(drawn) - BigInt(returned) : 0n,
  })),
  ...coming.map(({ fen, ...row }) => ({ ...row, fen: BigInt(fen) })),
];

export const readFunds = operation({
  method: 'get',
  path: '/api/v1/funds',
  permission: 'funds.read',
  tag: '资金',
  summary: '查看资金总览',
  description: '一个年度本级和辖区各县的资金:下达、拨付、到账、支出、在途、可用,各级应安排与已下达,以及下级的提醒。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode().exactOptional(),
    year: budgetYearText().exactOptional(),
    programme: programme().exactOptional(),
  }),
  output: Funds,
  example: { query: { division: '530581', year: '2026' }, output: example },
  division: ({ query: { division } }) => division,
  async handler(context, { query }) {
    const today = civilDateAt(context.now().getTime());
    const division = (query.division ?? actorOf(context).division).slice(0, levelDigits.county);
    const asked = { division, year: query.year ?? Number(today.slice(0, 4)), programme: query.programme };
    return context.scope(async (tx) => {
      const client = sqlOf(tx);
      const parameters = await context.rulebook.parameters(tx);
      const own = await ownSums(client, asked);
      const rows = await countySums(client, asked);
      const due = sharesDue(
        needsOf(rows, await needsOfYear(client, asked)),
        (county) => fundRules(parameters, county, today).shares,
      );
      const counts = await alertCounts(client, division);
      const under = (place: string, stage: string): number =>
        counts
          .filter((count) => count.place.startsWith(place) && count.stage === stage)
          .reduce((sum, { n }) => sum + n, 0);
      const children = division.length < levelDigits.county ? childrenOf(division) : [];
      return {
        division,
        divisionName: nameOf(division),
        year: asked.year,
        own: bySource(own).map(({ source, ...totals }) => ({
          source,
          sourceLabel: sources[source].label,
          ...yuan(totals),
        })),
        counties: bySource(rows).map(({ source, ...totals }) => {
          const missing = due.get(source)! - totals.allocated;
          return {
            source,
            sourceLabel: sources[source].label,
            ...yuan(totals),
            shareDue: yuanFromFen(due.get(source)!),
            shareMissing: yuanFromFen(missing > 0n ? missing : 0n),
          };
        }),
        total: yuan(totalsOf(rows)),
        children: children.map(({ code, name }) => ({
          division: code,
          name,
          ...yuan(totalsOf(rows.filter(({ place }) => place.startsWith(code)))),
          late: under(code, 'late'),
          reminders: under(code, 'reminder'),
        })),
      };
    });
  },
});
