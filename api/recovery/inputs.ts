import type { z } from 'zod';
import { fenFromYuan, isYuan } from '../../domain/money';
import type { RecoveryAction } from '../../domain/recovery/steps';
import { body, choice, civilDate, id, list, text } from '../fields';

const yuan = (label: string) =>
  text(label, { max: 20 }).refine(isYuan, `${label}应为金额,最多两位小数,例如 300`).transform(fenFromYuan);
const amount = (label: string) => yuan(label).refine((fen) => fen > 0n, `${label}应大于0`);
const reason = (label: string) => text(label, { min: 4, max: 500 });
const note = text('说明', { max: 500 }).exactOptional();

const plan = body({
  agreementId: id('还款协议'),
  instalments: list('分期', body({ dueOn: civilDate('还款日期'), amount: amount('本期金额') }), { min: 1, max: 60 }),
  deduction: body({ amount: amount('每月抵扣金额'), consentId: id('书面同意') }).exactOptional(),
});

/** What each action of a recovery needs. Amounts are yuan; fen afterwards. */
export const recoveryInputs = {
  verify: body({ fault: choice('认定情形', ['office', 'household', 'fraud']), note: reason('核实情况') }),
  recordBankAnswer: body({
    amount: yuan('银行退回金额'),
    on: civilDate('退回日期'),
    documentId: id('银行凭证').exactOptional(),
  }),
  proposePlan: plan,
  approvePlan: body({ note }),
  rejectPlan: body({ note: reason('退回原因') }),
  proposeNewPlan: plan,
  approveNewPlan: body({ note }),
  rejectNewPlan: body({ note: reason('退回原因') }),
  keepPlan: body({ note: reason('沿用原协议的原因') }),
  recordRepayment: body({
    amount: amount('还款金额'),
    on: civilDate('还款日期'),
    documentId: id('凭证').exactOptional(),
  }),
  revokeConsent: body({ note: reason('撤回情况'), documentId: id('书面撤回').exactOptional() }),
  proposeWriteOff: body({
    kind: choice('种类', ['writeOff', 'withdrawal']),
    amount: amount('金额'),
    reason: reason('原因'),
  }),
  approveWriteOff: body({ note }),
  rejectWriteOff: body({ note: reason('不同意的原因') }),
} as const satisfies Readonly<Record<RecoveryAction, z.ZodType>>;

export type RecoveryInput<Action extends RecoveryAction> = z.output<(typeof recoveryInputs)[Action]>;
