import { AppError } from '../../domain/errors';
import { lineStates, type LineState } from '../../domain/payments/lines';
import { lockRun, recordEvent } from '../payments/history';
import type { Sql } from '../sql';
import { waitForLocks } from '../lock-wait';
import { CORRECTED_ACCOUNT, OPEN_FINDING } from './reissue-rule';

/** Why a failed line is paid anew. */
export const grounds = {
  accountCorrected: '账户已更正',
  accountConfirmed: '账户无误',
} as const;

export type Ground = keyof typeof grounds;

export interface ReissueInput {
  readonly ground: Ground;
  /** With `accountConfirmed`: the paper of the case that proves the account, and what it says. */
  readonly evidenceId?: string;
  readonly note?: string;
}

export interface Person {
  readonly staffId: string;
  readonly role: string;
}

interface Line {
  readonly runId: string;
  readonly caseId: string;
  readonly township: string;
  readonly state: LineState;
  readonly accountId: string | null;
  readonly findingOpen: boolean;
  readonly corrected: string | null;
}

const refuse = (message: string): AppError => new AppError('actionNotAllowed', message);

const whyNot: Readonly<Record<LineState, string>> = {
  pending: '这一笔还没有送出,不用重发',
  held: '这一笔暂缓发放,还没有送出',
  sent: '这一笔银行还没有回盘;请先导入回盘,或向银行查询',
  uncertain: '银行结果不明,查清以前不能重发;请向银行查询,把结果导入后再办',
  paid: '这一笔已到账,不能重发',
  failed: '',
  reissued: `这一笔${lineStates.reissued.label},由下一批发放`,
  cancelled: '这一笔已取消,由下一批按现行待遇发放',
};

/** The line, locked, with whether a finding is open and which account has taken the place of its own. */
const lockLine = async (client: Sql, lineId: bigint): Promise<Line> => {
  const { rows: found } = await client.query<{ runId: string }>(
    'select run_id as "runId" from payment_line where id = $1::bigint',
    [lineId.toString()],
  );
  if (!found[0]) throw new AppError('notFound', '没有找到这一笔发放,或者不在您的辖区内');
  await waitForLocks(client);
  await lockRun(client, found[0].runId);
  const { rows } = await client.query<Line & { readonly [key: string]: unknown }>(
    `select l.run_id as "runId", l.case_id as "caseId", l.township, l.state, l.account_id as "accountId",
       ${OPEN_FINDING} as "findingOpen", ${CORRECTED_ACCOUNT} as corrected
     from payment_line l where l.id = $1::bigint for update of l`,
    [lineId.toString()],
  );
  return rows[0]!;
};

const correctedAccount = ({ corrected }: Line): string => {
  if (corrected) return corrected;
  throw refuse('账户还没有更正;请先登记更正的账户并由另一人复核。账户本来无误的,请选“账户无误”并附证明');
};

const requireEvidence = async (
  client: Sql,
  { caseId, accountId }: Line,
  { evidenceId, note }: ReissueInput,
): Promise<void> => {
  if (!evidenceId || !note?.trim()) throw refuse('账户无误的,请选择证明材料并写明核实情况');
  const { rows } = await client.query<{ paper: boolean; account: boolean }>(
    `select exists (select from document where id = $1::uuid and case_id = $2::uuid) as paper,
       exists (select from card_account where id = $3::uuid and state = 'approved') as account`,
    [evidenceId, caseId, accountId],
  );
  if (!rows[0]?.paper) throw refuse('本案没有这份材料;请先在“材料”上传银行出具的证明');
  if (!rows[0].account) throw refuse('这一笔所用的账户已停用;请选“账户已更正”');
};

/**
 * Gives a failed line up, so that the next list of the county draws it again with the account of then: in the caller's
 * transaction. Never two living lines: the database's own index sees to that.
 * @throws AppError notFound, actionNotAllowed
 */
export const reissueLine = async (
  client: Sql,
  lineId: bigint,
  input: ReissueInput,
  { staffId, role }: Person,
  at: Date,
): Promise<{ readonly runId: string; readonly caseId: string }> => {
  const line = await lockLine(client, lineId);
  if (line.state !== 'failed') throw refuse(whyNot[line.state]);
  if (line.findingOpen) throw refuse('本户本月有回盘核查没有了结;请先由县级审查人核实,以免重复发放');
  const corrected = input.ground === 'accountCorrected' ? correctedAccount(line) : undefined;
  if (!corrected) await requireEvidence(client, line, input);
  await client.query(
    `insert into payment_reissue (line_id, ground, account_id, evidence_id, note, made_by, made_at)
     values ($1::bigint, $2, $3::uuid, $4::uuid, $5, $6::uuid, $7::timestamptz)`,
    [
      lineId.toString(),
      input.ground,
      corrected ?? line.accountId,
      input.evidenceId ?? null,
      input.note ?? null,
      staffId,
      at,
    ],
  );
  await client.query(
    `update payment_line set state = 'reissued', reason = $2, changed_at = $3::timestamptz, changed_by = $4::uuid where id = $1::bigint`,
    [lineId.toString(), input.ground, at, staffId],
  );
  const run = (await lockRun(client, line.runId))!;
  await recordEvent(client, run, run.state, { action: 'reissue', at, role, actorId: staffId, township: line.township });
  return { runId: line.runId, caseId: line.caseId };
};
