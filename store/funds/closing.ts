import { closingFigureNames, type ClosingFigure } from '../../domain/funds/closing';
import type { Sql } from '../sql';

export interface ClosingQuestion {
  readonly division: string;
  readonly year: number;
  readonly programme?: string | undefined;
  /** Division, programme and source of the line before the page. */
  readonly after?: readonly [division: string, programme: string, source: string] | undefined;
  readonly limit: number;
}

/** Fen as text. */
export interface OriginRow {
  readonly year: number;
  readonly carriedIn: string;
  readonly arrived: string;
  readonly left: string;
}

/** Fen as text. What was carried in, was allocated and has arrived, and where it went. */
export interface ClosingRow extends Readonly<Record<ClosingFigure, string>> {
  readonly division: string;
  readonly programme: string;
  readonly source: string;
  /** Its money by the budget year it was first appropriated for, the oldest first. */
  readonly byYear: readonly OriginRow[];
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
/** What came to a line `b` from the year before and from above, less what was reversed, and what it has left. */
const BY_YEAR = `(
  select coalesce(jsonb_agg(jsonb_build_object('year', y.year, 'carriedIn', y.carried::text, 'arrived', y.arrived::text, 'left', y.fen::text)
    order by y.year), '[]') from (
    select year, sum(carried) as carried, sum(arrived) as arrived, sum(fen) as fen from (
      select e.origin_year as year, case m.kind when 'carry' then e.fen else 0 end as carried, case m.kind when 'arrival' then e.fen else 0 end as arrived,
        0 as fen from fund_lot_entry e join fund_movement m on m.id = e.cause_id
        where e.place_id = b.id and (m.kind = 'arrival' and m.to_division = b.division or m.kind = 'carry' and m.year < b.year)
      union all
      select origin_year, 0, 0, fen from budget_lots(b)) parts
    group by 1) y where (y.carried, y.arrived, y.fen) <> (0, 0, 0))`;
const WITHIN = `b.division >= $1 and b.division < $1 || ':' and b.year = $2::int and ($3::text is null or b.programme = $3)`;

/** The lines of an office and of those below, a page at a time. */
export const closingRows = async (
  client: Sql,
  { division, year, programme, after, limit }: ClosingQuestion,
): Promise<readonly ClosingRow[]> =>
  (
    await client.query<ClosingRow & Record<string, unknown>>(
      `select division, programme, source, "byYear", ${closingFigureNames.map((name) => `"${name}"::text`).join(', ')},
         coalesce((select jsonb_agg(distinct m.from_division) from fund_movement_in_force m
           where m.kind = 'allocation' and (m.to_division, m.programme, m.source) = (l.division, l.programme, l.source)), '[]') as givers
       from (select b.division, b.programme, b.source, ${BY_YEAR} as "byYear", ${FIGURES} from budget_line b where ${WITHIN}
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

/** What the counties of the office have left, by county and the budget year it was first appropriated for. */
export const leftByCounty = async (
  client: Sql,
  { division, year, programme }: Omit<ClosingQuestion, 'after' | 'limit'>,
): Promise<readonly { readonly county: string; readonly year: number; readonly fen: string }[]> =>
  (
    await client.query<{ county: string; year: number; fen: string }>(
      `select b.division as county, l.origin_year as year, sum(l.fen)::text as fen from budget_line b cross join lateral budget_lots(b) l
       where ${WITHIN} and length(b.division) = 6 group by 1, 2 order by 2, 1`,
      [division, year, programme ?? null],
    )
  ).rows;
