import { createHash, randomUUID } from 'node:crypto';
import { AppError } from '../../domain/errors';
import { levelDigits } from '../../domain/lifecycle/roles';
import type { Answer } from '../../domain/payment-files/answers';
import { findings } from '../../domain/payment-files/findings';
import { formatOf } from '../../domain/payment-files/formats';
import { runStates } from '../../domain/payments/run';
import type { FileStore } from '../files';
import { lockRun, recordEvent, wakeRun, type RunRow } from '../payments/history';
import type { Sql } from '../sql';
import { readAnswers } from './answers';
import type { TableLimits } from '../workbooks/limits';
import { waitForLocks } from '../lock-wait';
import { applyAnswers, type Source } from './apply-answers';

export interface ReturnFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The usual ones where nothing is said. */
  readonly limits?: TableLimits | undefined;
}

export interface Bringer {
  readonly staffId: string;
  readonly role: string;
}

/** Answers judged at a time. */
const AT_ONCE = 5_000;

/** Batches in which no line is named twice: a second answer of one file meets what the first has done. */
const batches = async function* (
  answers: AsyncGenerator<Answer, string | undefined>,
): AsyncGenerator<readonly Answer[], string | undefined> {
  let batch: Answer[] = [];
  let named = new Set<bigint>();
  for (;;) {
    const { done, value } = await answers.next();
    if (done) {
      if (batch.length > 0) yield batch;
      return value;
    }
    const again = value.lineId !== undefined && named.has(value.lineId);
    if (batch.length === AT_ONCE || again) {
      yield batch;
      [batch, named] = [[], new Set()];
    }
    batch.push(value);
    if (value.lineId !== undefined) named.add(value.lineId);
  }
};

const applyAll = async (
  client: Sql,
  run: RunRow,
  source: Source,
  { bytes, limits }: ReturnFile,
): Promise<string | undefined> => {
  const all = batches(readAnswers(formatOf(run.format), bytes, limits));
  for (;;) {
    const { done, value } = await all.next();
    if (done) return value;
    await applyAnswers(client, source, value);
  }
};

const sentences = Object.fromEntries(
  Object.entries(findings).map(([kind, { label, todo }]) => [kind, `回盘核查:${label};${todo}`]),
);

/** Lines `l` that are not paid any more since money of the return arrived after all. */
const GIVEN_UP = `payment_return_row r join payment_line o on o.id = r.line_id join payment_line l on l.case_id = o.case_id
  where r.return_id = $1::uuid and r.outcome = 'late' and l.state = 'cancelled' and l.reason = 'paidEarlier'`;

/** A task of the county for what has been found; what was given up meanwhile leaves no task behind. */
const writeTasks = async (client: Sql, { returnId, at, actorId }: Source): Promise<void> => {
  await client.query(
    `insert into work_item (id, case_id, owner, kind, role, division, level, sentence, created_at)
     select gen_random_uuid(), f.case_id, 'paymentFinding/' || f.id, 'task', 'countyReviewer', left(f.township, ${levelDigits.county}), 0,
       $2::jsonb ->> f.kind, $3::timestamptz
     from payment_finding f where f.return_id = $1::uuid`,
    [returnId, JSON.stringify(sentences), at],
  );
  await client.query(
    `update payment_hold h set ended_at = $2::timestamptz, outcome = 'gone', ended_by = $3::uuid
     from ${GIVEN_UP} and h.line_id = l.id and h.ended_at is null`,
    [returnId, at, actorId],
  );
  await client.query(
    `update work_item w set done_at = $2::timestamptz
     from ${GIVEN_UP} and w.case_id = l.case_id and w.owner = 'payment/' || l.id and w.done_at is null`,
    [returnId, at],
  );
};

const count = async (client: Sql, returnId: string, problem: string | undefined): Promise<void> => {
  await client.query(
    `update payment_return set (total, applied, repeated, unknown, differs, late) =
       (select count(*), count(*) filter (where outcome = 'applied'), count(*) filter (where outcome = 'repeated'),
          count(*) filter (where outcome = 'unknown'), count(*) filter (where outcome = 'differs'), count(*) filter (where outcome = 'late')
        from payment_return_row where return_id = $1::uuid), problem = $2
     where id = $1::uuid`,
    [returnId, problem ?? null],
  );
};

interface Booked {
  readonly name: string;
  readonly sha256: string;
  readonly storageKey: string;
  /** What the run's history says happened. */
  readonly action: string;
  readonly role: string;
  readonly handAnswerId?: string;
}

/**
 * Books what a bank said, in the caller's transaction, the run held: the return, its rows by `apply` (which tells what is
 * wrong with the whole), the tasks for what they contradict, and the event.
 */
export const bookReturn = async (
  client: Sql,
  run: RunRow,
  source: Source,
  { name, sha256, storageKey, action, role, handAnswerId }: Booked,
  apply: () => Promise<string | undefined>,
): Promise<void> => {
  const { returnId, at, actorId } = source;
  await client.query(
    `insert into payment_return (id, run_id, name, sha256, storage_key, received_at, received_by, applied, repeated, unknown, hand_answer_id)
     values ($1::uuid, $2::uuid, $3, $4, $5, $6::timestamptz, $7::uuid, 0, 0, 0, $8::uuid)`,
    [returnId, run.id, name, sha256, storageKey, at, actorId, handAnswerId ?? null],
  );
  const problem = await apply();
  await writeTasks(client, source);
  await count(client, returnId, problem);
  await recordEvent(client, run, run.state, { action, at, role, actorId, note: name });
  await wakeRun(client, run.id);
};

/** @throws AppError notFound, actionNotAllowed */
export const requireReturnable = (run: RunRow | undefined): RunRow => {
  if (!run) throw new AppError('notFound', '没有找到这一批发放;请从发放列表进入');
  if (run.state === 'paying' || run.state === 'settled') return run;
  throw new AppError(
    'actionNotAllowed',
    `本批现在“${runStates[run.state].label}”环节,送出发放文件后才能导入回盘或登记银行结果`,
  );
};

/**
 * Takes a bank's answer over in the caller's transaction; the same file of a run is taken once, and a second time gives
 * the id of the first. @returns id of the `payment_return`
 * @throws AppError notFound, actionNotAllowed, returnUnreadable, fileTooLarge, and those of the file store
 */
export const importReturn = async (
  client: Sql,
  files: Pick<FileStore, 'put' | 'remove'>,
  runId: string,
  file: ReturnFile,
  { staffId, role }: Bringer,
  at: Date,
): Promise<{ readonly returnId: string; readonly again: boolean }> => {
  await waitForLocks(client);
  await client.query(`select set_config('statement_timeout', '0', true)`);
  const run = requireReturnable(await lockRun(client, runId));
  const { name, bytes } = file;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { rows: known } = await client.query<{ id: string }>(
    'select id from payment_return where run_id = $1::uuid and sha256 = $2',
    [runId, sha256],
  );
  if (known[0]) return { returnId: known[0].id, again: true };
  const { storageKey } = await files.put(bytes, 'application/octet-stream');
  try {
    const source = { returnId: randomUUID(), runId, at, actorId: staffId };
    const book = { name, sha256, storageKey, action: 'import', role };
    await bookReturn(client, run, source, book, () => applyAll(client, run, source, file));
    return { returnId: source.returnId, again: false };
  } catch (error) {
    await files.remove(storageKey);
    throw error;
  }
};
