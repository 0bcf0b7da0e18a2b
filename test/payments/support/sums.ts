import type { Client } from 'pg';

/** Sums by state of the lines, asked of the lines themselves. */
export const sumsByState = async (owner: Client, runId?: string): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await owner.query<{ state: string; fen: string }>(
    `select state, sum(fen) as fen from payment_line where $1::uuid is null or run_id = $1 group by state order by state`,
    [runId ?? null],
  );
  return Object.fromEntries(rows.map(({ state, fen }) => [state, Number(fen)]));
};

/** Balances of the ledger, debit less credit. */
export const balances = async (owner: Client): Promise<Readonly<Record<string, number>>> => {
  const { rows } = await owner.query<{ account: string; fen: string }>(
    `select account, sum(fen) as fen from (
       select debit as account, fen from ledger_transfer union all select credit, -fen from ledger_transfer) moves
     group by account having sum(fen) <> 0 order by account`,
  );
  return Object.fromEntries(rows.map(({ account, fen }) => [account, Number(fen)]));
};
