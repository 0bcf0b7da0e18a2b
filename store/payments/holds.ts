import { guards, type GuardReason } from '../../domain/payments/guards';
import { runStates, type RunState } from '../../domain/payments/run';
import { AppError } from '../../domain/errors';
import type { RunActor } from '../../domain/payments/act';
import type { Sql } from '../sql';
import { waitForLocks } from '../lock-wait';
import { lockRun, recordEvent, wakeRun } from './history';

export interface HoldDecision {
  readonly reason: GuardReason;
  /** Pay all the same, or leave it out of this list: what is still owed is drawn by the next. */
  readonly decision: 'clear' | 'cancel';
  readonly note: string;
}

interface HeldLine {
  readonly runId: string;
  readonly caseId: string;
  readonly township: string;
}

/** The line where it is seen, with its run; before anything is held. @throws AppError notFound */
export const heldLine = async (client: Sql, lineId: string): Promise<HeldLine> => {
  const { rows } = await client.query<HeldLine>(
    `select run_id as "runId", case_id as "caseId", township from payment_line where id = $1::bigint`,
    [lineId],
  );
  if (!rows[0]) throw new AppError('notFound', '没有找到这一行,可能不在您的辖区内');
  return rows[0];
};

const requireOpen = (state: RunState | undefined): void => {
  if (state === undefined || state === 'cancelled' || state === 'sending')
    throw new AppError('actionNotAllowed', '本批正在支付或已取消,请稍后在下一批处理');
};

/** Ends the hold, or all of the line's where the line goes. Answers whether another one is still open. */
const endHolds = async (
  client: Sql,
  lineId: string,
  { reason, decision, note }: HoldDecision,
  actorId: string,
  at: Date,
): Promise<boolean> => {
  const { rows } = await client.query<{ reason: string }>(
    `update payment_hold set ended_at = $3::timestamptz, ended_by = $4::uuid, note = $5,
       outcome = case when reason = $2 then $6 else 'gone' end
     where line_id = $1::bigint and ended_at is null and (reason = $2 or $6 = 'cancelled') returning reason`,
    [lineId, reason, at, actorId, note, decision === 'clear' ? 'cleared' : 'cancelled'],
  );
  if (!rows.some((row) => row.reason === reason))
    throw new AppError('actionNotAllowed', '这一行已不因此暂缓,请刷新后查看');
  const { rows: left } = await client.query(
    'select 1 from payment_hold where line_id = $1::bigint and ended_at is null limit 1',
    [lineId],
  );
  return left.length > 0;
};

const moveLine = async (client: Sql, lineId: string, state: 'pending' | 'cancelled', actorId: string, at: Date) => {
  await client.query(
    `update payment_line set state = $2, reason = $3, changed_at = $4::timestamptz, changed_by = $5::uuid
     where id = $1::bigint and state = 'held'`,
    [lineId, state, state === 'cancelled' ? 'byDecision' : null, at, actorId],
  );
};

// @clause 三(一) a held line is released or cancelled by decision, never in silence
/**
 * A decision on a held line, in the caller's transaction. What is cleared goes on in this list as long as that has not
 * been released; after that the next list draws it, and the decision stands there too.
 * @throws AppError notFound, refused (the ground must go first), actionNotAllowed
 */
export const decideHold = async (
  client: Sql,
  lineId: string,
  decision: HoldDecision,
  actor: RunActor,
  at: Date,
): Promise<void> => {
  const { label, todo, decidable } = guards[decision.reason];
  if (decision.decision === 'clear' && !decidable)
    throw new AppError('refused', `“${label}”不能决定照发;请先${todo},之后自动解除`);
  const { runId, township } = await heldLine(client, lineId);
  await waitForLocks(client);
  const run = await lockRun(client, runId);
  requireOpen(run?.state);
  const stillHeld = await endHolds(client, lineId, decision, actor.staffId, at);
  const released = runStates[run!.state].order >= runStates.sending.order;
  if (decision.decision === 'cancel') await moveLine(client, lineId, 'cancelled', actor.staffId, at);
  else if (!stillHeld && !released) await moveLine(client, lineId, 'pending', actor.staffId, at);
  await recordEvent(client, run!, run!.state, {
    action: decision.decision === 'clear' ? 'clearHold' : 'cancelLine',
    at,
    role: actor.role,
    actorId: actor.staffId,
    township,
    note: `${label}:${decision.note}`,
  });
  await wakeRun(client, runId);
};
