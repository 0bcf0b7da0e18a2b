import { createHash, randomUUID } from 'node:crypto';
import { civilDateAt } from '../../domain/civil-date';
import { AppError, fieldError } from '../../domain/errors';
import type { Answer } from '../../domain/payment-files/answers';
import { handAnswerFault, type HandAnswer } from '../../domain/payment-files/by-hand';
import { referenceOf } from '../../domain/payment-files/line';
import type { FileStore } from '../files';
import { lockRun } from '../payments/history';
import type { Sql } from '../sql';
import { waitForLocks } from '../lock-wait';
import { applyAnswers } from './apply-answers';
import { bookReturn, requireReturnable, type Bringer } from './import-return';

/** Answers judged at a time. */
const AT_ONCE = 5_000;

/** Of one line, or of all of a file that the bank has not settled. */
export interface HandScope {
  readonly lineId: string | null;
  readonly fileId: string | null;
}

export interface HandAnswerDraft extends HandAnswer, HandScope {
  readonly note: string;
  /** The paper that shows it. */
  readonly name: string;
  readonly bytes: Buffer;
}

interface OpenLine {
  readonly id: string;
  /** What the bank was given to pay. */
  readonly fen: bigint;
}

const refuse = (message: string): AppError => new AppError('actionNotAllowed', message);

/** What still waits for the bank, in the order of its numbers. */
const openLines = async (client: Sql, runId: string, { lineId, fileId }: HandScope): Promise<readonly OpenLine[]> => {
  const { rows } = await client.query<{ id: string; fen: string }>(
    `select id::text, (fen - withheld_fen)::text as fen from payment_line where run_id = $1::uuid and file_id is not null
       and (id = $2::bigint or file_id = $3::uuid) and state in ('sent', 'uncertain') order by payment_line.id`,
    [runId, lineId, fileId],
  );
  return rows.map(({ id, fen }) => ({ id, fen: BigInt(fen) }));
};

const sumOf = (lines: readonly OpenLine[]): bigint => lines.reduce((sum, { fen }) => sum + fen, 0n);

const sentOn = async (client: Sql, runId: string): Promise<string> => {
  const { rows } = await client.query<{ at: Date }>('select released_at as at from payment_run where id = $1::uuid', [
    runId,
  ]);
  return civilDateAt((rows[0]?.at ?? new Date(0)).getTime());
};

/**
 * Enters what the bank said with the paper that shows it, in the caller's transaction; nothing moves yet. Of a line or a
 * file only one at a time waits to be looked at. @returns its id
 * @throws AppError notFound, actionNotAllowed, invalidInput, alreadyExists, and those of the file store
 */
export const proposeHandAnswer = async (
  client: Sql,
  files: Pick<FileStore, 'put' | 'remove'>,
  runId: string,
  draft: HandAnswerDraft,
  makerId: string,
  at: Date,
): Promise<string> => {
  await waitForLocks(client);
  const run = requireReturnable(await lockRun(client, runId));
  const days = { sentOn: await sentOn(client, runId), today: civilDateAt(at.getTime()) };
  const fault = handAnswerFault(draft, days);
  if (fault) throw fieldError(fault.field, fault.says);
  const open = await openLines(client, runId, draft);
  if (open.length === 0) throw refuse('没有等银行结果的;已有结果的,请看对账结果和回盘核查');
  const { lineId, fileId, result, reason, paidOn, note, name, bytes } = draft;
  const { mime, size, sha256, storageKey } = await files.put(bytes);
  try {
    const { rows } = await client.query<{ id: string }>(
      `insert into payment_hand_answer (id, run_id, county, line_id, file_id, result, reason, paid_on, note, lines, fen,
         name, mime, size, sha256, storage_key, maker_id, created_at)
       values ($1::uuid, $2::uuid, $3, $4::bigint, $5::uuid, $6, $7, $8, $9, $10, $11::bigint, $12, $13, $14, $15, $16, $17::uuid, $18::timestamptz)
       on conflict do nothing returning id`,
      [
        ...[randomUUID(), runId, run.county, lineId, fileId, result, reason ?? null, paidOn ?? null, note],
        ...[open.length, sumOf(open).toString(), name, mime, size, sha256, storageKey, makerId, at],
      ],
    );
    if (!rows[0]) throw new AppError('alreadyExists', '已有一项登记等待复核;请先由另一人复核');
    return rows[0].id;
  } catch (error) {
    await files.remove(storageKey);
    throw error;
  }
};

interface Proposal extends HandScope {
  readonly runId: string;
  readonly result: HandAnswer['result'];
  readonly reason: string | null;
  readonly paidOn: string | null;
  readonly lines: number;
  readonly fen: string;
  readonly name: string;
  readonly storageKey: string;
  readonly state: string;
  readonly makerId: string;
  readonly checkerId: string | null;
}

type Verdict = 'approved' | 'rejected';

/** Held until the transaction ends. @throws AppError notFound, actionNotAllowed, forbidden */
const take = async (client: Sql, answerId: string, staffId: string): Promise<Proposal> => {
  await waitForLocks(client);
  await client.query(`select set_config('statement_timeout', '0', true)`);
  const { rows } = await client.query<Proposal & { readonly [key: string]: unknown }>(
    `select run_id as "runId", line_id::text as "lineId", file_id as "fileId", result, reason, paid_on as "paidOn", lines, fen::text as fen,
       name, storage_key as "storageKey", state, maker_id as "makerId", checker_id as "checkerId"
     from payment_hand_answer where id = $1::uuid for update`,
    [answerId],
  );
  const [row] = rows;
  if (!row) throw new AppError('notFound', '没有找到这项登记,可能不在您的辖区内');
  if (row.state !== 'proposed') throw refuse('这项登记已经办结,请查看对账结果');
  if (row.makerId === staffId) throw new AppError('forbidden', '登记人不能复核自己的登记;请由另一人复核');
  return row;
};

const decide = async (client: Sql, answerId: string, state: Verdict, staffId: string, at: Date): Promise<void> => {
  await client.query(
    `update payment_hand_answer set state = $2, checker_id = $3::uuid, checked_at = $4::timestamptz where id = $1::uuid`,
    [answerId, state, staffId, at],
  );
};

const answersOf = ({ result, reason, paidOn }: Proposal, lines: readonly OpenLine[]): readonly Answer[] =>
  lines.map(({ id, fen }, index) => ({
    row: index + 1,
    lineId: BigInt(id),
    reference: referenceOf(BigInt(id)),
    fen,
    result,
    reason: reason ?? undefined,
    paidOn: paidOn ?? undefined,
  }));

// @clause 三(一) what a bank said without a file is booked by two hands, the way of every other answer
/**
 * Books what was entered, in the caller's transaction, as a return of its own. What has been answered since it was
 * entered makes it stale: the checker approves what the maker saw, to the line and the fen.
 * @throws AppError notFound, actionNotAllowed, forbidden
 */
export const approveHandAnswer = async (
  client: Sql,
  answerId: string,
  { staffId, role }: Bringer,
  at: Date,
): Promise<void> => {
  const proposal = await take(client, answerId, staffId);
  const run = requireReturnable(await lockRun(client, proposal.runId));
  const lines = await openLines(client, run.id, proposal);
  if (lines.length !== proposal.lines || sumOf(lines) !== BigInt(proposal.fen))
    throw refuse('登记以后银行又有了结果,与登记时的笔数或金额不同;请退回这项登记,按现在的情况重新登记');
  const source = { returnId: randomUUID(), runId: run.id, at, actorId: staffId };
  const sha256 = createHash('sha256').update(`hand-answer/${answerId}`).digest('hex');
  const { name, storageKey } = proposal;
  const booked = { name: `登记的银行结果(${name})`, sha256, storageKey, action: 'answerByHand', role };
  await bookReturn(client, run, source, { ...booked, handAnswerId: answerId }, async () => {
    const answers = answersOf(proposal, lines);
    for (let start = 0; start < answers.length; start += AT_ONCE)
      await applyAnswers(client, source, answers.slice(start, start + AT_ONCE));
    return undefined;
  });
  await decide(client, answerId, 'approved', staffId, at);
};

/** @throws AppError notFound, actionNotAllowed, forbidden */
export const rejectHandAnswer = async (
  client: Sql,
  answerId: string,
  { staffId }: Bringer,
  at: Date,
): Promise<void> => {
  await take(client, answerId, staffId);
  await decide(client, answerId, 'rejected', staffId, at);
};
