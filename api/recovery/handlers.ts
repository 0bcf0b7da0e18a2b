import { nameOf } from '../../domain/divisions';
import { AppError } from '../../domain/errors';
import { levelDigits } from '../../domain/lifecycle/roles';
import { isProgramme, programmes } from '../../domain/lifecycle/programmes';
import { remedyText } from '../../domain/letters/remedy';
import { sayYuan } from '../../domain/money';
import { fenOf } from '../../domain/parameters/read';
import { recoveryNotice } from '../../domain/recovery/letters';
import type { RecoveryAction, RecoveryCause } from '../../domain/recovery/steps';
import { writeRecoveryLetter } from '../../store/recovery/letter';
import { newId } from '../../store/uuid';
import type { Doing, Handler } from './doing';
import { enter, requireDocument, requireOutstanding, requireSince } from './money';
import { planHandlers } from './plans';

/** The household learns with the verification what is claimed and why, and what it can do. */
const verify: Handler<'verify'> = async ({ tx, recovery, at, today }, { fault, note }) => {
  await tx.recovery.updateMany({ where: { id: recovery.id }, data: { fault } });
  const row = await tx.case.findUniqueOrThrow({ where: { id: recovery.caseId } });
  const months = await tx.recoveryMonth.findMany({ where: { recoveryId: recovery.id }, orderBy: { month: 'asc' } });
  const [prefecture, county] = [levelDigits.prefecture, levelDigits.county].map((digits) =>
    nameOf(recovery.township.slice(0, digits)),
  ) as [string, string];
  const head = {
    number: row.number,
    programme: isProgramme(recovery.programme) ? programmes[recovery.programme].label : recovery.programme,
    applicantName: row.applicantName,
    office: `${county}民政局`,
    on: today,
  };
  const remedy = remedyText({ on: today, mode: 'county', county, prefecture });
  const cause = recovery.cause as RecoveryCause;
  await writeRecoveryLetter(tx, row, recoveryNotice(head, { months, cause, fault, remedy }), at);
  return { note };
};

const recordBankAnswer: Handler<'recordBankAnswer'> = async (doing, { amount, on, documentId }) => {
  await requireSince(doing, on);
  await requireOutstanding(doing, amount);
  await requireDocument(doing.tx, doing.recovery.caseId, documentId, 'input.documentId');
  if (amount > 0n)
    await enter(doing, { kind: 'bankReturn', fen: amount, onDate: on, ...(documentId && { documentId }) });
  return { note: amount > 0n ? `银行退回${sayYuan(amount)}` : '银行没有可退回的资金' };
};

const recordRepayment: Handler<'recordRepayment'> = async (doing, { amount, on, documentId }) => {
  await requireSince(doing, on);
  await requireOutstanding(doing, amount);
  await requireDocument(doing.tx, doing.recovery.caseId, documentId, 'input.documentId');
  await enter(doing, { kind: 'repayment', fen: amount, onDate: on, ...(documentId && { documentId }) });
  return { note: `还款${sayYuan(amount)}` };
};

const proposeWriteOff: Handler<'proposeWriteOff'> = async (doing, { kind, amount, reason }) => {
  const { context, tx, recovery, actor, at, today } = doing;
  await requireOutstanding(doing, amount);
  if (await tx.recoveryWriteOff.findFirst({ where: { recoveryId: recovery.id, state: 'proposed' } }))
    throw new AppError('alreadyExists', '已有一项核销或撤销待决定,请先决定');
  const parameters = await context.rulebook.parameters(tx);
  const most = fenOf(parameters.get('recovery.writeOffCountyMost', { on: today, division: recovery.township }));
  const level = kind === 'writeOff' && amount > most ? 'prefecture' : 'county';
  const data = { id: newId(), recoveryId: recovery.id, kind, fen: amount, reason, level };
  await tx.recoveryWriteOff.create({
    data: { ...data, makerId: actor.staffId, createdAt: at },
    select: { id: true },
  });
  return { note: `${kind === 'writeOff' ? '核销' : '撤销'}${sayYuan(amount)}:${reason}` };
};

/** The level that the amount asks for decides: the county's approver, above that the supervisor of the prefecture. */
const decideWriteOff = async (doing: Doing, state: 'approved' | 'rejected'): Promise<void> => {
  const { tx, recovery, actor, at, today } = doing;
  const row = await tx.recoveryWriteOff.findFirst({ where: { recoveryId: recovery.id, state: 'proposed' } });
  if (!row) throw new AppError('actionNotAllowed', '没有待决定的核销或撤销');
  if (row.makerId === actor.staffId) throw new AppError('forbidden', '提出人不能决定自己提出的核销;请由另一人决定');
  const isPrefecture = actor.role === 'supervisor' && actor.division.length === levelDigits.prefecture;
  if (row.level === 'prefecture' ? !isPrefecture : actor.role !== 'countyApprover')
    throw new AppError(
      'forbidden',
      row.level === 'prefecture' ? '超过县级核销限额,由州市督导员决定' : '由县级审批人决定',
    );
  await tx.recoveryWriteOff.updateMany({
    where: { id: row.id, state: 'proposed' },
    data: { state, checkerId: actor.staffId, checkedAt: at },
  });
  if (state === 'rejected') return;
  await requireOutstanding(doing, row.fen);
  const kind = row.kind === 'writeOff' ? ('writeOff' as const) : ('withdrawal' as const);
  await enter(doing, { kind, fen: row.fen, onDate: today, decisionId: row.id });
};

export const handlers: { readonly [Action in RecoveryAction]: Handler<Action> } = {
  verify,
  recordBankAnswer,
  ...planHandlers,
  recordRepayment,
  proposeWriteOff,
  approveWriteOff: async (doing, { note }) => (await decideWriteOff(doing, 'approved'), { note }),
  rejectWriteOff: async (doing, { note }) => (await decideWriteOff(doing, 'rejected'), { note }),
};
