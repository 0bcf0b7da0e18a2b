import type { AgedMoney } from '../../domain/funds/carry-age';
import type { Sql } from '../sql';

/**
 * What a budget line `b` has left as JSON, by the budget year in which it first arrived, in the order in which it is spent:
 * what came first goes first. As `write_carried_parts` of the database takes it, but for what was recovered beyond it.
 */
export const LEFT_BY_AGE = `(
  select coalesce(jsonb_agg(jsonb_build_object('year', a.year, 'fen', a.fen::text) order by a.since, a.id), '[]') from (
    select c.id, c.since, c.year, least(c.fen, greatest(0, sum(c.fen) over (order by c.since, c.id)
        - b.carried_out_fen - b.handed_back_fen - greatest(0, case length(b.division) when 6 then b.drawn_fen - b.returned_fen
          else b.released_fen - b.taken_back_fen end)))::bigint as fen
    from (
      select id, on_date as since, m.year, fen from fund_movement_in_force m where kind = 'arrival'
        and (to_division, programme, m.year, source) = (b.division, b.programme, b.year, b.source)
      union all
      select movement_id, since, origin_year, fen from fund_carried f
        where (division, programme, f.year, source) = (b.division, b.programme, b.year, b.source)
    ) c) a where a.fen > 0)`;

/** `LEFT_BY_AGE` as it is answered. */
export type LeftByAge = readonly { readonly year: number; readonly fen: string }[];

export const agedMoney = (parts: LeftByAge): readonly AgedMoney[] =>
  parts.map(({ year, fen }) => ({ year, fen: BigInt(fen) }));

interface LineKey {
  readonly division: string;
  readonly programme: string;
  readonly year: number;
  readonly source: string;
}

/** What a line has left; nothing where there is no such line. */
export const leftOf = async (
  client: Sql,
  { division, programme, year, source }: LineKey,
): Promise<readonly AgedMoney[]> => {
  const { rows } = await client.query<{ parts: LeftByAge }>(
    `select ${LEFT_BY_AGE} as parts from budget_line b where (division, programme, year, source) = ($1, $2, $3::int, $4)`,
    [division, programme, year, source],
  );
  return agedMoney(rows[0]?.parts ?? []);
};

/** What an approved carry took with it; nothing for a reversal. */
export const carriedBy = async (client: Sql, carryId: string): Promise<readonly AgedMoney[]> => {
  const { rows } = await client.query<{ year: number; fen: bigint | string }>(
    `select m.year, p.fen from fund_carried_part p join fund_movement m on m.id = p.movement_id where p.carry_id = $1::uuid`,
    [carryId],
  );
  return rows.map(({ year, fen }) => ({ year, fen: BigInt(fen) }));
};
