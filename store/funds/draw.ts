import type { PoolClient } from 'pg';
import type { FundRules } from '../../domain/funds/rules';
import type { Fen } from '../../domain/money';
import { guards } from '../../domain/payments/guards';
import { moveHeld } from '../payments/guard';
import type { RunScope } from '../payments/scope';

type Drawing = Pick<FundRules, 'required' | 'sourceOrder' | 'arrearsYears'>;

interface Room {
  readonly id: string;
  /** Pays what is owed for this year alone. */
  readonly owedFor?: string;
  /** What is left of it. */
  fen: Fen;
}

/** A year's budget lines of the run, held until the transaction ends: what two runs draw on at once, the second finds drawn. */
const lockYear = async (
  client: PoolClient,
  { county, programme }: RunScope,
  sourceOrder: readonly string[],
  year: string,
  owedFor?: string,
): Promise<readonly Room[]> => {
  const { rows } = await client.query<{ id: string; source: string; room: string }>(
    'select id, source, room from lock_budget($1, $2, $3)',
    [county, programme, Number(year)],
  );
  return sourceOrder.flatMap((source) =>
    rows
      .filter((row) => row.source === source)
      .map(({ id, room }) => ({ id, fen: BigInt(room), ...(owedFor !== undefined && { owedFor }) })),
  );
};

/** The earlier years for which lines of the run are owed. */
const yearsOwed = async (client: PoolClient, { runId, month }: RunScope): Promise<readonly string[]> => {
  const { rows } = await client.query<{ year: string }>(
    `select distinct left(month, 4) as year from payment_line
     where run_id = $1 and state = 'pending' and budget_line_id is null and left(month, 4) < $2
     order by 1`,
    [runId, month.slice(0, 4)],
  );
  return rows.map(({ year }) => year);
};

/**
 * What may pay the run, in the order of the rule: the money of an earlier year pays what is owed for that year alone; that of
 * the list's year pays all, unless the rule leaves arrears to the year they are owed for.
 */
const lockRooms = async (
  client: PoolClient,
  scope: RunScope,
  { sourceOrder, arrearsYears }: Drawing,
): Promise<readonly Room[]> => {
  const year = scope.month.slice(0, 4);
  const own = await lockYear(client, scope, sourceOrder, year, arrearsYears.includes('list') ? undefined : year);
  if (!arrearsYears.includes('owed')) return own;
  const owed: Room[] = [];
  for (const earlier of await yearsOwed(client, scope))
    owed.push(...(await lockYear(client, scope, sourceOrder, earlier, earlier)));
  return arrearsYears[0] === 'list' ? [...own, ...owed] : [...owed, ...own];
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
         and ($4::text is null or left(month, 4) = $4)
     ), placed as (
       update payment_line l set budget_line_id = $2 from waiting w where w.id = l.id and w.upto <= $3 returning l.fen - l.withheld_fen as fen
     ) select count(*)::int as lines, coalesce(sum(fen), 0) as fen from placed`,
    [runId, room.id, room.fen.toString(), room.owedFor ?? null],
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
export const drawFunds = async (client: PoolClient, scope: RunScope, rules: Drawing, at: Date): Promise<void> => {
  const { runId } = scope;
  if (!rules.required) {
    await client.query('update payment_run set unfunded = true where id = $1', [runId]);
    return;
  }
  let waiting = await waitingIn(client, runId);
  const rooms = await lockRooms(client, scope, rules);
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
