import { AppError } from '../../domain/errors';
import { findingOf } from '../../domain/payment-files/findings';
import { sayYuan } from '../../domain/money';
import { lineStates, type LineState } from '../../domain/payments/lines';
import { lockRun, wakeRun } from '../payments/history';
import { lockClaims } from '../recovery/claim';
import { claimFinding } from '../recovery/claim-finding';
import { sqlOf, type Sql } from '../sql';
import type { Tx } from '../with-scope';
import { waitForLocks } from '../lock-wait';

export interface Closing {
  readonly outcome: string;
  readonly note: string;
}

interface Finding {
  readonly runId: string;
  readonly caseId: string;
  readonly lineId: string;
  readonly kind: string;
  readonly closedAt: Date | null;
  readonly state: LineState;
  readonly paidOn: string | null;
}

const read = async (client: Sql, findingId: string): Promise<Finding | undefined> => {
  const { rows } = await client.query<Finding & { readonly [key: string]: unknown }>(
    `select f.run_id as "runId", f.case_id as "caseId", f.line_id::text as "lineId", f.kind, f.closed_at as "closedAt", l.state,
       f.paid_on as "paidOn"
     from payment_finding f join payment_line l on l.id = f.line_id where f.id = $1::uuid`,
    [findingId],
  );
  return rows[0];
};

const onItsWay = ['sent', 'uncertain', 'paid'];

/** What was to be paid in the line's place is given up, unless it is on its way or has arrived. */
const giveUpReplacement = async (client: Sql, { lineId }: Finding, staffId: string, at: Date): Promise<void> => {
  const { rows } = await client.query<{ id: string; state: LineState }>(
    `select n.id::text as id, n.state from payment_line l join payment_line n on n.case_id = l.case_id and n.month = l.month
       and n.kind = l.kind and n.occasion_id is not distinct from l.occasion_id and (n.id > l.id or n.id < l.id and n.kind <> 'difference') and n.state not in ('cancelled', 'reissued')
     where l.id = $1::bigint and l.state = 'reissued'`,
    [lineId],
  );
  for (const { id, state } of rows) {
    if (onItsWay.includes(state))
      throw new AppError('actionNotAllowed', `重发的一笔“${lineStates[state].label}”,不能以原款为准;请另选处理结果`);
    await client.query(
      `update payment_line set state = $2, reason = 'paidEarlier', changed_at = $3::timestamptz, changed_by = $4::uuid where id = $1::bigint`,
      [id, state === 'failed' ? 'reissued' : 'cancelled', at, staffId],
    );
  }
};

/** What a line that was given up had withheld must still be outstanding for it to stand again. */
const requireCovered = async (client: Sql, lineId: string): Promise<void> => {
  const { rows } = await client.query<{ fen: string; room: string }>(
    `select withheld_fen::text as fen, recovery_room(id)::text as room from payment_line where id = $1::bigint and withheld_fen > 0`,
    [lineId],
  );
  const [row] = rows;
  if (row && BigInt(row.fen) > BigInt(row.room))
    throw new AppError(
      'actionNotAllowed',
      `这一笔扣回的${sayYuan(BigInt(row.fen))}已由家庭另行还清,不能改记为已到账;请另选处理结果,并与家庭结算`,
    );
};

/** Moves the line where the county found that it belongs, if it is not there already. */
const move = async (
  client: Sql,
  { lineId, state, paidOn }: Finding,
  to: LineState,
  staffId: string,
  at: Date,
): Promise<void> => {
  if (state === to) return;
  if (!(lineStates[state].next as readonly string[]).includes(to))
    throw new AppError(
      'actionNotAllowed',
      `这一笔现在“${lineStates[state].label}”,不能改记为“${lineStates[to].label}”;请另选处理结果`,
    );
  if (state === 'reissued') await requireCovered(client, lineId);
  await client.query(
    `update payment_line set state = $2, bank_reason = case when $2 = 'paid' then null else '经核实没有到账' end,
       paid_on = case when $2 = 'paid' then $5 end, changed_at = $3::timestamptz, changed_by = $4::uuid where id = $1::bigint`,
    [lineId, to, at, staffId, paidOn],
  );
};

/**
 * Settles what a bank's answer contradicted, in the caller's transaction; what was paid too much is claimed with it.
 * @throws AppError notFound, actionNotAllowed
 */
export const closeFinding = async (
  tx: Tx,
  findingId: string,
  { outcome, note }: Closing,
  staffId: string,
  at: Date,
): Promise<{ readonly recoveryId: string | null }> => {
  const client = sqlOf(tx);
  const seen = await read(client, findingId);
  if (!seen) throw new AppError('notFound', '没有找到这项回盘核查,或者不在您的辖区内');
  await waitForLocks(client);
  await lockRun(client, seen.runId);
  const finding = (await read(client, findingId))!;
  if (finding.closedAt) throw new AppError('actionNotAllowed', '这项回盘核查已经了结');
  const closing = findingOf(finding.kind)?.closings[outcome];
  if (!closing) throw new AppError('actionNotAllowed', '这项回盘核查不能这样了结;请从列出的处理结果中选择');
  if (finding.kind === 'paidTwice' && closing.to === 'paid') await giveUpReplacement(client, finding, staffId, at);
  // Claims before recoveries, as the daily look locks them.
  if (closing.recovers) await lockClaims(tx);
  if (closing.to) await move(client, finding, closing.to, staffId, at);
  const recoveryId = closing.recovers ? await claimFinding(tx, findingId, closing.recovers, at) : null;
  await client.query(
    `update payment_finding set closed_at = $2::timestamptz, closed_by = $3::uuid, outcome = $4, note = $5 where id = $1::uuid`,
    [findingId, at, staffId, outcome, note],
  );
  await client.query(
    `update work_item set done_at = $3::timestamptz where case_id = $1::uuid and owner = 'paymentFinding/' || $2 and done_at is null`,
    [finding.caseId, findingId, at],
  );
  await wakeRun(client, finding.runId);
  return { recoveryId };
};
