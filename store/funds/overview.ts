import type { SumRow } from '../../domain/funds/overview';
import type { Sql } from '../sql';

export interface FundQuestion {
  readonly division: string;
  readonly year: number;
  readonly programme?: string | undefined;
}

const SUMS = `sum(allocated_fen)::text as allocated, sum(given_fen)::text as given, sum(released_fen)::text as released,
  sum(arrived_fen)::text as arrived, sum(drawn_fen)::text as drawn, sum(committed_fen)::text as committed,
  sum(returned_fen)::text as returned, sum(overdrawn_fen)::text as overdrawn`;

/** The office's own lines: what it was given and gave on. */
export const ownSums = async (client: Sql, { division, year, programme }: FundQuestion): Promise<readonly SumRow[]> =>
  (
    await client.query<SumRow>(
      `select division as place, programme, source, ${SUMS} from budget_line
       where division = $1 and year = $2::int and ($3::text is null or programme = $3) group by 1, 2, 3 order by 1, 2, 3`,
      [division, year, programme ?? null],
    )
  ).rows;

/** What the counties have that lie below (or are) the office. */
export const countySums = async (
  client: Sql,
  { division, year, programme }: FundQuestion,
): Promise<readonly SumRow[]> =>
  (
    await client.query<SumRow>(
      `select division as place, programme, source, ${SUMS} from budget_line
       where length(division) = 6 and division >= $1 and division < $1 || ':' and year = $2::int
         and ($3::text is null or programme = $3) group by 1, 2, 3 order by 1, 2, 3`,
      [division, year, programme ?? null],
    )
  ).rows;

/** What the year still needs by the forecast, of each county and programme. */
export const needsOfYear = async (
  client: Sql,
  { division, year, programme }: FundQuestion,
): Promise<readonly { readonly county: string; readonly programme: string; readonly fen: string }[]> =>
  (
    await client.query<{ county: string; programme: string; fen: string }>(
      `select county, programme, sum(fen)::text as fen from fund_forecast
       where county >= $1 and county < $1 || ':' and left(month, 4)::int = $2::int and ($3::text is null or programme = $3) group by 1, 2`,
      [division, year, programme ?? null],
    )
  ).rows;

/** Open alerts of the offices below, the office itself among them, by stage. */
export const alertCounts = async (
  client: Sql,
  division: string,
): Promise<readonly { readonly place: string; readonly stage: string; readonly n: number }[]> =>
  (
    await client.query<{ place: string; stage: string; n: number }>(
      `select division as place, stage, count(*)::int as n from fund_alert
       where ended_on is null and division >= $1 and division < $1 || ':' group by 1, 2`,
      [division],
    )
  ).rows;
