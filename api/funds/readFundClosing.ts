import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { nameOf } from '../../domain/divisions';
import { carryYears, lastYearOf, pastLimit, sumOf, type AgedMoney } from '../../domain/funds/carry-age';
import { closingFigureNames, closingFigures, type ClosingFigure } from '../../domain/funds/closing';
import { labelOfProgramme, sourceNames, sources, type Source } from '../../domain/funds/sources';
import { levelDigits } from '../../domain/lifecycle/roles';
import { yuanFromFen } from '../../domain/money';
import type { Parameters } from '../../domain/parameters/resolve';
import { closingRows, closingTotal, leftByCounty, type ClosingRow } from '../../store/funds/closing';
import { sqlOf } from '../../store/sql';
import { actorOf } from '../context';
import { divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { budgetYearText, programme } from './fields';
import { placeName } from './movement-view';

const LIMIT = 50;
const SourceName = z.enum(sourceNames as [Source, ...Source[]]);

const figures = Object.fromEntries(
  closingFigureNames.map((name) => [name, z.string().meta({ description: closingFigures[name] })]),
) as Readonly<Record<ClosingFigure, z.ZodString>>;

const FundClosing = z
  .object({
    division: z.string(),
    divisionName: z.string(),
    year: z.int(),
    total: z.object(figures).meta({ description: '辖区各县合计' }),
    totalByYear: z
      .array(z.object({ year: z.int(), left: z.string(), mustHandBack: z.string() }))
      .meta({ description: '辖区各县结余,按最初安排的预算年度' }),
    lines: z.array(
      z.object({
        division: z.string(),
        divisionName: z.string(),
        programme: z.string(),
        programmeLabel: z.string(),
        source: SourceName,
        sourceLabel: z.string(),
        ...figures,
        byYear: z
          .array(
            z.object({
              year: z.int(),
              carriedIn: z.string().meta({ description: '上年结转' }),
              arrived: z.string().meta({ description: '本年到账' }),
              left: z.string().meta({ description: '结余' }),
              carryUntil: z.int().meta({ description: '最迟可以结转到的年度' }),
            }),
          )
          .meta({ description: '按最初安排的预算年度,早的在前' }),
        mustHandBack: z.string().meta({ description: '结余中不能再结转、应当交回的金额;大于0时先办退回' }),
        givers: z
          .array(z.object({ code: z.string(), name: z.string() }))
          .meta({ description: '结余可以退回的单位;空为中央' }),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'FundClosing', description: '一个年度各预算行的年终结算' });

const yuan = (row: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(closingFigureNames.map((name) => [name, yuanFromFen(BigInt(String(row[name])))])) as Record<
    ClosingFigure,
    string
  >;

/** How old its money is, and what of the rest cannot go on into the next year. */
const ageView = ({ byYear }: ClosingRow, year: number, years: number) => ({
  byYear: byYear.map(({ year: origin, carriedIn, arrived, left }) => ({
    year: origin,
    carriedIn: yuanFromFen(BigInt(carriedIn)),
    arrived: yuanFromFen(BigInt(arrived)),
    left: yuanFromFen(BigInt(left)),
    carryUntil: lastYearOf(origin, years),
  })),
  mustHandBack: yuanFromFen(sumOf(pastLimit(byYear.map(agedLeft), year + 1, years))),
});

const agedLeft = ({ year, left }: ClosingRow['byYear'][number]): AgedMoney => ({ year, fen: BigInt(left) });

/** The counties together; what must go back by the years of each county. */
const totalView = (
  rows: readonly (AgedMoney & { readonly county: string })[],
  year: number,
  yearsIn: (county: string) => number,
) =>
  [...new Set(rows.map((row) => row.year))].map((origin) => {
    const of = rows.filter((row) => row.year === origin);
    const old = of.filter((row) => pastLimit([row], year + 1, yearsIn(row.county)).length > 0);
    return { year: origin, left: yuanFromFen(sumOf(of)), mustHandBack: yuanFromFen(sumOf(old)) };
  });

const yearsOn = (parameters: Parameters, on: string) => (division: string) => carryYears(parameters, { on, division });

const lineView = (row: ClosingRow, year: number, years: number) => ({
  division: row.division,
  divisionName: nameOf(row.division),
  programme: row.programme,
  programmeLabel: labelOfProgramme(row.programme),
  source: SourceName.parse(row.source),
  sourceLabel: sources[SourceName.parse(row.source)].label,
  ...yuan({ ...row }),
  ...ageView(row, year, years),
  givers: row.givers.map((code) => ({ code, name: placeName(code) })),
});

const exampleRow: ClosingRow = {
  division: '530581',
  programme: 'dibao',
  source: 'central',
  carriedIn: '0',
  allocated: '100000000',
  arrived: '100000000',
  spent: '95000000',
  onTheWay: '0',
  released: '0',
  carriedOut: '5000000',
  handedBack: '0',
  left: '0',
  byYear: [{ year: 2026, carriedIn: '0', arrived: '100000000', left: '0' }],
  givers: ['5305'],
};

// @clause 三(二) money that a year did not spend is accounted for line by line: carried on, handed back or still there
export const readFundClosing = operation({
  method: 'get',
  path: '/api/v1/funds/closing',
  permission: 'funds.read',
  tag: '资金',
  summary: '查看年终结算',
  description:
    '一个年度本级和下级每一预算行的下达、到账、支出、结转下年、退回上级和结余;结转和退回由资金流水办理,两人经手;资金按最初安排的预算年度分列,写明最迟可以结转到的年度和应当交回的金额。',
  effect: 'read',
  query: z.strictObject({
    division: divisionCode().exactOptional(),
    year: budgetYearText().exactOptional(),
    programme: programme().exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: FundClosing,
  example: {
    query: { division: '530581', year: '2026' },
    output: {
      division: '530581',
      divisionName: '腾冲市',
      year: 2026,
      total: yuan({ ...exampleRow }),
      totalByYear: [],
      lines: [lineView(exampleRow, 2026, 2)],
      next: null,
    },
  },
  division: ({ query: { division } }) => division,
  async handler(context, { query }) {
    const today = civilDateAt(context.now().getTime());
    const division = (query.division ?? actorOf(context).division).slice(0, levelDigits.county);
    const { cursor, limit = LIMIT } = query;
    const [place, of, source] = cursor === undefined ? [] : placeOf(cursor, 3).map(String);
    const after =
      place === undefined || of === undefined || source === undefined ? undefined : ([place, of, source] as const);
    const asked = { division, year: query.year ?? Number(today.slice(0, 4)), programme: query.programme };
    return context.scope(async (tx) => {
      const yearsIn = yearsOn(await context.rulebook.parameters(tx), today);
      const rows = await closingRows(sqlOf(tx), { ...asked, after, limit: limit + 1 });
      const { items, next } = paged([...rows], limit, (row) => [row.division, row.programme, row.source]);
      const left = (await leftByCounty(sqlOf(tx), asked)).map((row) => ({ ...row, fen: BigInt(row.fen) }));
      return {
        division,
        divisionName: nameOf(division),
        year: asked.year,
        total: yuan(await closingTotal(sqlOf(tx), asked)),
        totalByYear: totalView(left, asked.year, yearsIn),
        lines: items.map((row) => lineView(row, asked.year, yearsIn(row.division))),
        next,
      };
    });
  },
});
