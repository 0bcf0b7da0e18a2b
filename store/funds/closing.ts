import { closingFigureNames, type ClosingFigure } from '../../domain/funds/closing';
import type { Sql } from '../sql';
import { LEFT_BY_AGE, type LeftByAge } from './aged-money';

export interface ClosingQuestion {
  readonly division: string;
  readonly year: number;
  readonly programme?: string | undefined;
  /** Division, programme and source of the line before the page. */
  readonly after?: readonly [division: string, programme: string, source: string] | undefined;
  readonly limit: number;
}

/** Fen as text. What was carried in, was allocated and has arrived, and where it went. */
export interface ClosingRow extends Readonly<Record<ClosingFigure, string>> {
  readonly division: string;
  readonly programme: string;
  readonly source: string;
  /** Of what was carried in, by the budget year in which it first arrived. */
  readonly origins: readonly { readonly year: number; readonly fen: string }[];
  /** Of what is left, in the order in which it is spent. */
  readonly leftByAge: LeftByAge;
  /** The offices that allocated to it; '' is the central government. */
  readonly givers: readonly string[];
}

/**
 * The figures of a line at the end of its year. What it got is what was carried in and what arrived; what came of it is spent
 * (net of what came back), on its way, released to offices below (net of what they handed back), carried on, handed back, or
 * left.
 */
const FIGURES = `carried_in_fen as "carriedIn", allocated_fen - carried_in_fen + carried_out_fen + handed_back_fen as allocated,
  arrived_fen - carried_in_fen + carried_out_fen + handed_back_fen as arrived, drawn_fen - committed_fen - returned_fen as spent,
  committed_fen as "onTheWay", released_fen - taken_back_fen as released, carried_out_fen as "carriedOut",
  handed_back_fen as "handedBack", budget_left(b) as "left"`;
const WITHIN = `division >= $1 and division < $1 || ':' and year = $2::int and ($3::text is null or programme = $3)`;

/** The lines of an office and of those below, a page at a time. */
export const closingRows = async (
  client: Sql,
  { division, year, programme, after, limit }: ClosingQuestion,
): Promise<readonly ClosingRow[]> =>
  (
    await client.query<ClosingRow & Record<string, unknown>>(
      `select division, programme, source, "leftByAge", ${closingFigureNames.map((name) => `"${name}"::text`).join(', ')},
         coalesce((select jsonb_agg(jsonb_build_object('year', o.origin_year, 'fen', o.fen::text) order by o.origin_year) from (
           select origin_year, sum(c.fen) as fen from fund_carried c
           where (c.division, c.programme, c.year, c.source) = (l.division, l.programme, $2::int, l.source) group by 1) o), '[]') as origins,
         coalesce((select jsonb_agg(distinct m.from_division) from fund_movement_in_force m
           where m.kind = 'allocation' and (m.to_division, m.programme, m.source) = (l.division, l.programme, l.source)), '[]') as givers
       from (select b.division, b.programme, b.source, ${LEFT_BY_AGE} as "leftByAge", ${FIGURES} from budget_line b where ${WITHIN}
         and ($4::text is null or (division, programme, source) > ($4, $5, $6)) order by 1, 2, 3 limit $7::int) l order by 1, 2, 3`,
      [division, year, programme ?? null, ...(after ?? [null, null, null]), limit],
    )
  ).rows;

/** All counties of the office together. */
export const closingTotal = async (
  client: Sql,
  { division, year, programme }: Omit<ClosingQuestion, 'after' | 'limit'>,
): Promise<Readonly<Record<string, string>>> =>
  (
    await client.query<Record<string, string>>(
      `select ${closingFigureNames.map((name) => `coalesce(sum("${name}"), 0)::text as "${name}"`).join(', ')}
       from (select ${FIGURES} from budget_line b where ${WITHIN} and length(division) = 6) l`,
      [division, year, programme ?? null],
    )
  ).rows[0]!;
