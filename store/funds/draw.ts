import type { PoolClient } from 'pg';
import type { FundRules } from '../../domain/funds/rules';
import type { Fen } from '../../domain/money';
import { guards } from '../../domain/payments/guards';
import { moveHeld } from '../payments/guard';
import type { RunScope } from '../payments/scope';

interface Room {
  readonly id: string;
  /** What is left of it. */
  fen: Fen;
}

/** The year's budget lines of the run, held until the transaction ends: what two runs draw on at once, the second finds drawn. */
const lockRooms = async (
  client: PoolClient,
  { county, programme, month }: RunScope,
  sourceOrder: readonly string[],
): Promise<readonly Room[]> => {
  const { rows } = await client.query<{ id: string; source: string; room: string }>(
    'select id, source, room from lock_budget($1, $2, $3)',
    [county, programme, Number(month.slice(0, 4))],
  );
  return sourceOrder.flatMap((source) =>
    rows.filter((row) => row.source === source).map(({ id, room }) => ({ id, fen: BigInt(room) })),
  );
};

/**
 * Gives lines of the run, in their order, this budget line as far as it reaches; a line is paid from one source whole, and
 * one that is too large for what is left is passed over. How many got it.
 */
const place = async (client: PoolClient, runId: string, room: Room): Promise<number> => {
  const { rows } = await client.query<{ lines: number; fen: string }>(
    `with waiting as (
       select id, sum(fen - withheld_fen) over (order by id) as upto from payment_line
       where run_id = $1 and state = 'pending' and budget_line_id is null and fen - withheld_fen <= $3
     ), placed as (
       update payment_line l set budget_line_id = $2 from waiting w where w.id = l.id and w.upto <= $3 returning l.fen - l.withheld_fen as fen
     ) select count(*)::int as lines, coalesce(sum(fen), 0) as fen from placed`,
    [runId, room.id, room.fen.toString()],
  );
  room.fen -= BigInt(rows[0]!.fen);
  return rows[0]!.lines;
};

const waitingIn = async (client: PoolClient, runId: string): Promise<number> => {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from payment_line where run_id = $1 and state = 'pending' and budget_line_id is null`,
    [runId],
  );
  return rows[0]!.n;
};

/**
 * Gives every line that is about to go the budget line that pays it, by set, sources in the county's order and never beyond
 * what has arrived. Lines that find no money are held as `fundShort`.
 */
export const drawFunds = async (
  client: PoolClient,
  scope: RunScope,
  { required, sourceOrder }: Pick<FundRules, 'required' | 'sourceOrder'>,
  at: Date,
): Promise<void> => {
  const { runId } = scope;
  if (!required) {
    await client.query('update payment_run set unfunded = true where id = $1', [runId]);
    return;
  }
  let waiting = await waitingIn(client, runId);
  const rooms = await lockRooms(client, scope, sourceOrder);
  // What one round passed over as too large together may fit one by one: until nothing more fits.
  for (let placed = 1; waiting > 0 && placed > 0;) {
    placed = 0;
    for (const room of rooms) if (room.fen > 0n && placed < waiting) placed += await place(client, runId, room);
    waiting -= placed;
  }
  if (waiting === 0) return;
  await client.query(
    `insert into payment_hold (line_id, reason, raised_at, role)
     select id, 'fundShort', $2, $3 from payment_line where run_id = $1 and state = 'pending' and budget_line_id is null`,
    [runId, at, guards.fundShort.role],
  );
  await moveHeld(client, runId, at);
};
