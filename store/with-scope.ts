import type { Pool, PoolClient } from 'pg';
import { levelDigits } from '../domain/lifecycle/roles';
import type { Prisma, PrismaClient } from '../generated/prisma/client';

export type Tx = Prisma.TransactionClient;

/** Whose eyes a transaction sees with. */
export interface ScopeActor {
  readonly staffId: string;
  /** 2, 4, 6, 9 or 12 digits; row-level security lets through what begins with them. */
  readonly division: string;
}

export interface ScopeOptions {
  /** Milliseconds the whole transaction may take. */
  readonly timeout?: number;
}

const MAX_WAIT_MS = 5_000;
const TIMEOUT_MS = 10_000;
const lengths: readonly number[] = Object.values(levelDigits);

/** What the policies read; without an actor '' — and '' sees nothing that hangs on a division. */
const settingsOf = (actor: ScopeActor | undefined): readonly [division: string, staff: string] => {
  if (!actor) return ['', ''];
  const { division, staffId } = actor;
  if (!/^\d*$/.test(division) || !(division === '' || lengths.includes(division.length))) {
    throw new Error(`not the code of a division: ${division}`);
  }
  return [division, staffId];
};

/** An interactive transaction under the actor's row-level security. Local settings end with it, also in a pool. */
export const withScope = async <Result>(
  prisma: PrismaClient,
  actor: ScopeActor | undefined,
  work: (tx: Tx) => Promise<Result>,
  { timeout = TIMEOUT_MS }: ScopeOptions = {},
): Promise<Result> => {
  const [division, staff] = settingsOf(actor);
  return prisma.$transaction(
    async (tx) => {
      await tx.$queryRaw`select set_config('app.division', ${division}, true), set_config('app.staff', ${staff}, true)`;
      return work(tx);
    },
    { maxWait: MAX_WAIT_MS, timeout },
  );
};

/** The same on a plain connection, eight times as fast: for queues, counts and exports. */
export const withScopedClient = async <Result>(
  pool: Pool,
  actor: ScopeActor | undefined,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> => {
  const settings = settingsOf(actor);
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that is lost between two statements says so to nobody else; the next statement then fails.
  const lose = (error: Error): void => void (broken = error);
  client.on('error', lose);
  try {
    await client.query('begin');
    await client.query("select set_config('app.division', $1, true), set_config('app.staff', $2, true)", [...settings]);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off('error', lose);
    client.release(broken);
  }
};
