import type { Pool } from 'pg';
import type { Prisma } from '../generated/prisma/client';

/** Work to do after the transaction that wrote it. `payload` holds ids and codes, never personal data. */
export interface OutboxEntry {
  readonly kind: string;
  readonly caseId?: string;
  readonly payload: Prisma.InputJsonObject;
}

export interface TakenEntry {
  readonly id: string;
  readonly kind: string;
  readonly caseId: string | null;
  readonly payload: unknown;
  /** 1 at the first attempt. */
  readonly attempt: number;
}

/** Writes it in the transaction of its cause, so that neither is there without the other. */
export const enqueue = async (tx: Prisma.TransactionClient, { kind, caseId, payload }: OutboxEntry): Promise<void> => {
  await tx.outbox.createMany({ data: [{ kind, caseId: caseId ?? null, payload }] });
};

const FIRST_RETRY_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 3_600;

/**
 * Takes what is due, oldest first; what another process holds is left to it. Taking counts as an attempt and sets the
 * next one, so that the work of a process that dies comes back by itself: it may be done twice, never not at all.
 */
export const takeOutbox = async (
  pool: Pool,
  kinds: readonly string[],
  most: number,
): Promise<readonly TakenEntry[]> => {
  const { rows } = await pool.query<TakenEntry>(
    `update outbox o
     set attempts = attempts + 1,
         due_at = now() + make_interval(secs => least($3 * power(2, least(attempts, 20)), $4))
     where id in (
       select id from outbox where done_at is null and due_at <= now() and kind = any ($1)
       order by due_at, id limit $2 for update skip locked)
     returning id::text, kind, case_id as "caseId", payload, attempts as attempt`,
    [kinds, most, FIRST_RETRY_SECONDS, LONGEST_WAIT_SECONDS],
  );
  return [...rows].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
};

export const markDone = async (pool: Pool, id: string): Promise<void> => {
  await pool.query('update outbox set done_at = now(), last_error = null where id = $1', [id]);
};

/** Stays open for its next attempt; the reason is kept for the page of what fails. */
export const markFailed = async (pool: Pool, id: string, reason: string): Promise<void> => {
  await pool.query('update outbox set last_error = $2 where id = $1', [id, reason.slice(0, 500)]);
};

export interface Drained {
  readonly done: number;
  readonly failed: number;
}

/** Does one batch of due work; a failure of one entry does not hold up the others. */
export const drainOutbox = async (
  pool: Pool,
  handlers: Readonly<Record<string, (entry: TakenEntry) => Promise<void>>>,
  most = 50,
): Promise<Drained> => {
  const counts = { done: 0, failed: 0 };
  for (const entry of await takeOutbox(pool, Object.keys(handlers), most)) {
    try {
      await handlers[entry.kind]?.(entry);
      await markDone(pool, entry.id);
      counts.done += 1;
    } catch (error) {
      await markFailed(pool, entry.id, error instanceof Error ? error.message : String(error));
      counts.failed += 1;
    }
  }
  return counts;
};
