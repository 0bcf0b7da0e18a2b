import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Request } from 'express';
import { AppError } from '../../domain/errors';
import { canonicalJson } from '../../store/crypto';
import { uuidOf } from '../../store/uuid';
import type { Deps, Tx } from '../deps';
import type { Parsed } from '../operation';
import type { Outcome } from './outcome';

/** A request by its key: who, what, which key, and a hash of all that was sent. */
export interface Keyed {
  readonly actorId: string;
  readonly operation: string;
  readonly key: string;
  readonly inputHash: string;
}

/** Whose keys those of a public operation are: a key is long enough that nobody meets another's by chance. */
export const everybody = uuidOf('everybody');

/** How long work under a key may take before another attempt takes it up. */
const LEASE_MS = 60_000;
const waits = [50, 100, 200, 400, 800, 1600];

/** @throws AppError idempotencyKeyMissing */
export const keyed = (
  { store }: Deps,
  request: Request,
  actorId: string,
  operation: string,
  parsed: Parsed<unknown, unknown, unknown>,
): Keyed => {
  const key = request.get('Idempotency-Key') ?? '';
  if (!/^[\x21-\x7e]{8,128}$/.test(key)) {
    throw new AppError(
      'idempotencyKeyMissing',
      '请带上 Idempotency-Key(8至128个字符,每次办理各用一个新的,重试时用原来的),以免重复办理',
    );
  }
  const hash = createHash('sha256').update(canonicalJson([parsed.params, parsed.query, parsed.body ?? null]));
  if (parsed.bytes) hash.update(parsed.bytes);
  // Under the key of the blind indexes: a guessed password or ID number cannot be tried against the table.
  const inputHash = store.cipher.blindIndex(hash.digest('hex')).toString('hex');
  return { actorId, operation, key, inputHash };
};

const inProgress = (): AppError =>
  new AppError('idempotencyInProgress', '同一请求正在办理,请稍后用同一个 Idempotency-Key 再试');

/** Answers may hold a one-time password or a name: stored encrypted, bound to their key. */
const rowOf = ({ actorId, operation, key }: Keyed): string => `${actorId}:${operation}:${key}`;
export const sealed = ({ store }: Deps, keyOf: Keyed, outcome: Outcome): { sealed: string } => ({
  sealed: Buffer.from(store.cipher.sealJson('idempotent_answer', 'answer', rowOf(keyOf), outcome)).toString('base64'),
});
const opened = ({ store }: Deps, keyOf: Keyed, answer: unknown): Outcome => {
  const bytes = Buffer.from((answer as { sealed: string }).sealed, 'base64');
  return store.cipher.openJson('idempotent_answer', 'answer', rowOf(keyOf), bytes) as Outcome;
};

const find = (tx: Tx, { actorId, operation, key }: Keyed) =>
  tx.idempotentAnswer.findUnique({ where: { actorId_operation_key: { actorId, operation, key } } });

/**
 * Takes the key for this attempt. A concurrent attempt with the same key waits on the unique index until the first
 * transaction ends. Answers `taken`, the stored outcome, or `running` for work that was begun in another transaction.
 */
export const take = async (deps: Deps, tx: Tx, keyOf: Keyed): Promise<'taken' | 'running' | Outcome> => {
  await tx.$executeRaw`set local lock_timeout = '5s'`;
  const { count } = await tx.idempotentAnswer.createMany({
    data: [{ ...keyOf, createdAt: deps.now() }],
    skipDuplicates: true,
  });
  if (count === 1) return 'taken';
  const row = await find(tx, keyOf);
  if (!row) throw inProgress();
  if (row.inputHash !== keyOf.inputHash) {
    throw new AppError('idempotencyKeyReused', '这个 Idempotency-Key 已用于其他内容;请为新的办理换一个新的');
  }
  if (row.doneAt) return opened(deps, keyOf, row.answer);
  const stale = new Date(deps.now().getTime() - LEASE_MS);
  const { actorId, operation, key } = keyOf;
  const resumed = await tx.idempotentAnswer.updateMany({
    where: { actorId, operation, key, doneAt: null, createdAt: { lt: stale } },
    data: { createdAt: deps.now() },
  });
  return resumed.count === 1 ? 'taken' : 'running';
};

/** Writes the outcome beside its key, in the transaction of the work itself or right after it. */
export const complete = async (deps: Deps, tx: Tx, keyOf: Keyed, outcome: Outcome, caseId?: string): Promise<void> => {
  const { actorId, operation, key } = keyOf;
  await tx.idempotentAnswer.update({
    where: { actorId_operation_key: { actorId, operation, key } },
    data: { status: outcome.status, answer: sealed(deps, keyOf, outcome), caseId: caseId ?? null, doneAt: deps.now() },
  });
};

/** Gives the key back after a refusal: nothing was done, so a later attempt is judged afresh. */
export const release = async (tx: Tx, { actorId, operation, key }: Keyed): Promise<void> => {
  await tx.idempotentAnswer.deleteMany({ where: { actorId, operation, key, doneAt: null } });
};

const TAKE = `
  insert into idempotent_answer (actor_id, operation, key, input_hash, created_at) values ($1, $2, $3, $4, $5)
  on conflict do nothing`;

/** The usual case, a key that nobody had yet, in one statement; the table hangs on no division. */
const takeNew = async ({ store, now }: Deps, { actorId, operation, key, inputHash }: Keyed): Promise<boolean> => {
  const values = [actorId, operation, key, inputHash, now()];
  return (await store.pool.query({ name: 'takeKey', text: TAKE, values })).rowCount === 1;
};

/** `take` in transactions of its own, waiting a while for an attempt that is running elsewhere. */
export const takeOrWait = async (
  scope: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>,
  deps: Deps,
  keyOf: Keyed,
): Promise<'taken' | Outcome> => {
  if (await takeNew(deps, keyOf)) return 'taken';
  for (const pause of [0, ...waits]) {
    if (pause) await wait(pause);
    const result = await scope((tx) => take(deps, tx, keyOf));
    if (result !== 'running') return result;
  }
  throw inProgress();
};
