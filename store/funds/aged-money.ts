import type { AgedMoney } from '../../domain/funds/carry-age';
import type { Sql } from '../sql';

interface LineKey {
  readonly division: string;
  readonly programme: string;
  readonly year: number;
  readonly source: string;
}

/** What a line has left by the budget year it was first appropriated for, the oldest first; nothing where there is no such line. */
export const leftOf = async (
  client: Sql,
  { division, programme, year, source }: LineKey,
): Promise<readonly AgedMoney[]> => {
  const { rows } = await client.query<{ year: number; fen: string }>(
    `select l.origin_year as year, sum(l.fen)::text as fen from budget_line b cross join lateral budget_lots(b) l
     where (b.division, b.programme, b.year, b.source) = ($1, $2, $3::int, $4) group by 1 order by 1`,
    [division, programme, year, source],
  );
  return rows.map((row) => ({ year: row.year, fen: BigInt(row.fen) }));
};
