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
const yearsOwed = async (client: PoolClient, { month }: RunScope): Promise<readonly string[]> => {
  const { rows } = await client.query<{ year: string }>(
    `select distinct left(month, 4) as year from going where budget_line_id is null and left(month, 4) < $1 order by 1`,
    [month.slice(0, 4)],
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
const place = async (client: PoolClient, room: Room): Promise<number> => {
  const { rows } = await client.query<{ lines: number; fen: string }>(
    `with waiting as (
       select id, sum(fen) over (order by id) as upto from going
       where budget_line_id is null and fen <= $2 and ($3::text is null or left(month, 4) = $3)
     ), placed as (
       update going g set budget_line_id = $1::uuid from waiting w where w.id = g.id and w.upto <= $2 returning g.fen
     ) select count(*)::int as lines, coalesce(sum(fen), 0) as fen from placed`,
    [room.id, room.fen.toString(), room.owedFor ?? null],
  );
  room.fen -= BigInt(rows[0]!.fen);
  return rows[0]!.lines;
};

const waitingIn = async (client: PoolClient): Promise<number> => {
  const { rows } = await client.query<{ n: number }>(
    'select count(*)::int as n from going where budget_line_id is null',
  );
  return rows[0]!.n;
};

/**
 * Gives every line of `going` (payments/send.ts) the budget line that pays it, by set, sources in the county's order and never beyond
 * what has arrived. Lines that find no money are held as `fundShort`.
 */
export const drawFunds = async (client: PoolClient, scope: RunScope, rules: Drawing, at: Date): Promise<void> => {
  const { runId } = scope;
  if (!rules.required) {
    await client.query('update payment_run set unfunded = true where id = $1', [runId]);
    return;
  }
  let waiting = await waitingIn(client);
  const rooms = await lockRooms(client, scope, rules);
  // What one round passed over as too large together may fit one by one: until nothing more fits.
  for (let placed = 1; waiting > 0 && placed > 0;) {
    placed = 0;
    for (const room of rooms) if (room.fen > 0n && placed < waiting) placed += await place(client, room);
    waiting -= placed;
  }
  if (waiting === 0) return;
  await client.query(
    `insert into payment_hold (line_id, reason, raised_at, role)
     select id, 'fundShort', $1, $2 from going where budget_line_id is null`,
    [at, guards.fundShort.role],
  );
  await client.query('delete from going where budget_line_id is null');
  await moveHeld(client, runId, at);
};
