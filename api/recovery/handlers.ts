import { nameOf } from '../../domain/divisions';
import { AppError, fieldError } from '../../domain/errors';
import { levelDigits } from '../../domain/lifecycle/roles';
import { isProgramme, programmes } from '../../domain/lifecycle/programmes';
import { remedyText } from '../../domain/letters/remedy';
import { sayYuan } from '../../domain/money';
import { fenOf } from '../../domain/parameters/read';
import { recoveryNotice } from '../../domain/recovery/letters';
import { planFault } from '../../domain/recovery/plan';
import type { RecoveryAction, RecoveryCause } from '../../domain/recovery/steps';
import { wakeRunsOf } from '../../store/payments/wake-household';
import { writeRecoveryLetter } from '../../store/recovery/letter';
import { sqlOf } from '../../store/sql';
import { newId } from '../../store/uuid';
import type { Doing, Done } from './doing';
import type { RecoveryInput } from './inputs';
import { deductionLimit, enter, requireDocument, requireOutstanding, requirePast } from './money';

type Handler<Action extends RecoveryAction> = (doing: Doing, input: RecoveryInput<Action>) => Promise<Done>;

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
  requirePast(doing, on);
  await requireOutstanding(doing, amount);
  await requireDocument(doing.tx, doing.recovery.caseId, documentId, 'input.documentId');
  if (amount > 0n)
    await enter(doing, { kind: 'bankReturn', fen: amount, onDate: on, ...(documentId && { documentId }) });
  return { note: amount > 0n ? `银行退回${sayYuan(amount)}` : '银行没有可退回的资金' };
};

const proposePlan: Handler<'proposePlan'> = async (doing, { agreementId, instalments, deduction }) => {
  const { tx, recovery, actor, at, today } = doing;
  await requireDocument(tx, recovery.caseId, agreementId, 'input.agreementId');
  await requireDocument(tx, recovery.caseId, deduction?.consentId, 'input.deduction.consentId');
  const parts = instalments.map(({ dueOn, amount }) => ({ dueOn, fen: amount }));
  const fault = planFault(parts, recovery.outstandingFen, today);
  if (fault) throw fieldError('input.instalments', `${fault}(未收回${sayYuan(recovery.outstandingFen)})`);
  if (deduction) {
    const most = await deductionLimit(doing);
    if (deduction.amount > most)
      throw fieldError('input.deduction.amount', `每月抵扣不能超过现有待遇的上限${sayYuan(most)}`);
  }
  const planId = newId();
  await tx.recoveryPlan.create({
    data: {
      id: planId,
      recoveryId: recovery.id,
      agreementId,
      deductionFen: deduction?.amount ?? null,
      consentId: deduction?.consentId ?? null,
      makerId: actor.staffId,
      createdAt: at,
    },
    select: { id: true },
  });
  await tx.recoveryInstalment.createMany({
    data: parts.map(({ dueOn, fen }, index) => ({ planId, number: index + 1, dueOn, fen })),
  });
  return { note: `分${parts.length}期归还${sayYuan(recovery.outstandingFen)}` };
};

const decidePlan = async ({ tx, recovery, actor, at }: Doing, state: 'approved' | 'rejected'): Promise<void> => {
  const plan = await tx.recoveryPlan.findFirst({ where: { recoveryId: recovery.id, state: 'proposed' } });
  if (!plan) throw new AppError('actionNotAllowed', '没有待复核的还款协议');
  if (plan.makerId === actor.staffId) throw new AppError('forbidden', '提交人不能复核自己提交的协议;请由另一人复核');
  await tx.recoveryPlan.updateMany({
    where: { id: plan.id, state: 'proposed' },
    data: { state, checkerId: actor.staffId, checkedAt: at },
  });
};

const recordRepayment: Handler<'recordRepayment'> = async (doing, { amount, on, documentId }) => {
  requirePast(doing, on);
  await requireOutstanding(doing, amount);
  await requireDocument(doing.tx, doing.recovery.caseId, documentId, 'input.documentId');
  await enter(doing, { kind: 'repayment', fen: amount, onDate: on, ...(documentId && { documentId }) });
  return { note: `还款${sayYuan(amount)}` };
};

/** From then on nothing more is withheld: not from lists that wait either. What is with the bank already stays as it is. */
const revokeConsent: Handler<'revokeConsent'> = async ({ tx, recovery, actor, at }, { note, documentId }) => {
  await requireDocument(tx, recovery.caseId, documentId, 'input.documentId');
  const { count } = await tx.recoveryPlan.updateMany({
    where: { recoveryId: recovery.id, state: { not: 'rejected' }, consentId: { not: null }, revokedAt: null },
    data: { revokedAt: at, revokedBy: actor.staffId, ...(documentId && { revocationId: documentId }) },
  });
  if (count === 0) throw new AppError('actionNotAllowed', '家庭没有同意抵扣或已经撤回,不用再登记');
  await wakeRunsOf(sqlOf(tx), recovery.caseId);
  return { note };
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
  proposePlan,
  approvePlan: async (doing, { note }) => (await decidePlan(doing, 'approved'), { note }),
  rejectPlan: async (doing, { note }) => (await decidePlan(doing, 'rejected'), { note }),
  recordRepayment,
  revokeConsent,
  proposeWriteOff,
  approveWriteOff: async (doing, { note }) => (await decideWriteOff(doing, 'approved'), { note }),
  rejectWriteOff: async (doing, { note }) => (await decideWriteOff(doing, 'rejected'), { note }),
};
