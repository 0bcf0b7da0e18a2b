import { AppError, fieldError } from '../../domain/errors';
import { sayYuan } from '../../domain/money';
import {
  consentFault,
  coveredOf,
  instalmentStatus,
  isSignedBefore,
  planFault,
  unplannedOf,
  type PlanState,
} from '../../domain/recovery/plan';
import type { RecoveryAction } from '../../domain/recovery/steps';
import type { RecoveryPlan } from '../../generated/prisma/client';
import { wakeRunsOf } from '../../store/payments/wake-household';
import { endPlanTask, givePlanTask } from '../../store/recovery/task';
import { sqlOf } from '../../store/sql';
import { newId } from '../../store/uuid';
import type { Doing, Done, Handler } from './doing';
import type { RecoveryInput } from './inputs';
import { deductionLimit, requireDocument } from './money';

const plansOf = ({ tx, recovery }: Doing): Promise<RecoveryPlan[]> =>
  tx.recoveryPlan.findMany({ where: { recoveryId: recovery.id }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });

/** The papers belong to the case, are the household's own for this agreement, and the sums are what is outstanding. */
const requireSound = async (
  doing: Doing,
  { agreementId, instalments, deduction }: RecoveryInput<'proposePlan'>,
  plans: readonly RecoveryPlan[],
): Promise<void> => {
  const { tx, recovery, today } = doing;
  await requireDocument(tx, recovery.caseId, agreementId, 'input.agreementId');
  await requireDocument(tx, recovery.caseId, deduction?.consentId, 'input.deduction.consentId');
  if (isSignedBefore(agreementId, plans))
    throw fieldError('input.agreementId', '这是原来的协议,请上传并选择家庭新签的还款协议');
  const parts = instalments.map(({ dueOn, amount }) => ({ dueOn, fen: amount }));
  const fault = planFault(parts, recovery.outstandingFen, today);
  if (fault) throw fieldError('input.instalments', `${fault}(未收回${sayYuan(recovery.outstandingFen)})`);
  if (!deduction) return;
  const refused = consentFault(deduction, plans);
  if (refused) throw fieldError('input.deduction.consentId', refused);
  const most = await deductionLimit(doing);
  if (deduction.amount > most)
    throw fieldError('input.deduction.amount', `每月抵扣不能超过现有待遇的上限${sayYuan(most)}`);
};

const draft = async (
  doing: Doing,
  input: RecoveryInput<'proposePlan'>,
  plans: readonly RecoveryPlan[],
  replaces?: string,
): Promise<Done> => {
  await requireSound(doing, input, plans);
  const { tx, recovery, actor, at } = doing;
  const { agreementId, instalments, deduction } = input;
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
      ...(replaces && { replaces }),
    },
    select: { id: true },
  });
  await tx.recoveryInstalment.createMany({
    data: instalments.map(({ dueOn, amount: fen }, index) => ({ planId, number: index + 1, dueOn, fen })),
  });
  return { note: `分${instalments.length}期归还${sayYuan(recovery.outstandingFen)}` };
};

const proposePlan: Handler<'proposePlan'> = async (doing, input) => draft(doing, input, await plansOf(doing));

/** The agreement in force stays so until the new one is approved in its place. */
const proposeNewPlan: Handler<'proposeNewPlan'> = async (doing, input) => {
  const plans = await plansOf(doing);
  if (plans.some(({ state }) => state === 'proposed'))
    throw new AppError('alreadyExists', '已有一份新协议待复核,请先由县级审批人复核');
  const inForce = plans.find(({ state }) => state === 'approved');
  if (!inForce) throw new AppError('actionNotAllowed', '没有正在履行的还款协议,请查看现在要办的步骤');
  const done = await draft(doing, input, plans, inForce.id);
  await givePlanTask(doing.tx, doing.recovery, 'check', doing.at);
  return done;
};

/** What came in since it was proposed counts as paid of it; anything else that changed since makes it another debt. */
const requireStillOwed = async ({ tx, recovery, today }: Doing, plan: RecoveryPlan): Promise<void> => {
  const instalments = await tx.recoveryInstalment.findMany({ where: { planId: plan.id }, orderBy: { number: 'asc' } });
  const entries = await tx.recoveryEntry.findMany({ where: { recoveryId: recovery.id } });
  const covered = coveredOf(entries) - plan.coveredBeforeFen;
  const unplanned = unplannedOf(
    instalmentStatus(instalments, { covered, withBank: 0n }, today),
    recovery.outstandingFen,
  );
  if (unplanned > 0n)
    throw new AppError(
      'actionNotAllowed',
      `协议提交后,未收回的金额增加了${sayYuan(unplanned)},协议没有包括;请退回,由乡镇按现在的金额与家庭重新商定`,
    );
};

const decide = async (doing: Doing, state: 'approved' | 'rejected'): Promise<void> => {
  const { tx, recovery, actor, at } = doing;
  const plan = await tx.recoveryPlan.findFirst({ where: { recoveryId: recovery.id, state: 'proposed' } });
  if (!plan) throw new AppError('actionNotAllowed', '没有待复核的还款协议');
  if (plan.makerId === actor.staffId) throw new AppError('forbidden', '提交人不能复核自己提交的协议;请由另一人复核');
  if (state === 'approved') {
    await requireStillOwed(doing, plan);
    if (plan.replaces)
      await tx.recoveryPlan.updateMany({
        where: { id: plan.replaces, state: 'approved' },
        data: { state: 'replaced' satisfies PlanState },
      });
  }
  await tx.recoveryPlan.updateMany({
    where: { id: plan.id, state: 'proposed' },
    data: { state, checkerId: actor.staffId, checkedAt: at },
  });
};

/** Lists in hand look again: what they withhold passes over to the new agreement, as far as it allows. */
const approveNewPlan: Handler<'approveNewPlan'> = async (doing, { note }) => {
  await decide(doing, 'approved');
  await endPlanTask(doing.tx, doing.recovery, doing.at);
  await wakeRunsOf(sqlOf(doing.tx), doing.recovery.caseId);
  return { note };
};

const rejectNewPlan: Handler<'rejectNewPlan'> = async (doing, { note }) => {
  await decide(doing, 'rejected');
  await givePlanTask(doing.tx, doing.recovery, 'rework', doing.at);
  return { note };
};

const keepPlan: Handler<'keepPlan'> = async ({ tx, recovery, at }, { note }) => {
  const { count } = await tx.recoveryPlan.updateMany({
    where: { recoveryId: recovery.id, replaces: { not: null }, state: { in: ['proposed', 'rejected'] } },
    data: { state: 'lapsed' satisfies PlanState },
  });
  if (count === 0) throw new AppError('actionNotAllowed', '没有待复核或被退回的新协议,原协议照常履行');
  await endPlanTask(tx, recovery, at);
  return { note };
};

/** From then on nothing more is withheld: not from lists that wait either. What is with the bank already stays as it is. */
const revokeConsent: Handler<'revokeConsent'> = async ({ tx, recovery, actor, at }, { note, documentId }) => {
  await requireDocument(tx, recovery.caseId, documentId, 'input.documentId');
  const { count } = await tx.recoveryPlan.updateMany({
    where: {
      recoveryId: recovery.id,
      state: { in: ['proposed', 'approved'] },
      consentId: { not: null },
      revokedAt: null,
    },
    data: { revokedAt: at, revokedBy: actor.staffId, ...(documentId && { revocationId: documentId }) },
  });
  if (count === 0) throw new AppError('actionNotAllowed', '家庭没有同意抵扣或已经撤回,不用再登记');
  await wakeRunsOf(sqlOf(tx), recovery.caseId);
  return { note };
};

/** The steps that make, change and end agreements. */
export const planHandlers = {
  proposePlan,
  approvePlan: async (doing, { note }) => (await decide(doing, 'approved'), { note }),
  rejectPlan: async (doing, { note }) => (await decide(doing, 'rejected'), { note }),
  proposeNewPlan,
  approveNewPlan,
  rejectNewPlan,
  keepPlan,
  revokeConsent,
} satisfies { readonly [Action in RecoveryAction]?: Handler<Action> };
