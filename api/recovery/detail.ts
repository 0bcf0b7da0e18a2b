import { z } from 'zod';
import type { Recovery, RecoveryEvent } from '../../generated/prisma/client';
import { civilDateAt, sayMonth } from '../../domain/civil-date';
import { roles, type Role } from '../../domain/lifecycle/roles';
import { yuanFromFen } from '../../domain/money';
import {
  actionNames,
  actionRefusal,
  entryKinds,
  recoveryActions,
  recoveryStates,
  type EntryKind,
  type RecoveryAction,
  type RecoveryState,
} from '../../domain/recovery/steps';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';
import { deductionLimit } from './money';
import { plansView, PlanView } from './plan-view';
import { withheldMonths, WithheldView } from './withheld';
import { exampleSummary, RecoverySummary, summaryView } from './view';

const Money = z.string();

export const RecoveryView = RecoverySummary.extend({
  months: z.array(
    z.object({
      month: z.string(),
      paid: Money,
      due: Money,
      amount: Money,
      byBank: z.boolean().meta({ description: '银行重复支付或多付,由回盘核查转来' }),
    }),
  ),
  plan: PlanView.nullable().meta({ description: '正在履行的协议;第一份协议还没有复核的,是提交的协议' }),
  newPlan: PlanView.nullable().meta({ description: '待复核、用来代替现协议的新协议' }),
  formerPlans: z.array(PlanView).meta({ description: '已由新协议代替的协议,新的在前' }),
  withheld: z.array(WithheldView).meta({ description: '协议以来各月发放时扣回的' }),
  deductionLimit: Money.meta({ description: '现有待遇本月最多可抵扣(元)' }),
  writeOffs: z.array(
    z.object({ kind: z.string(), amount: Money, reason: z.string(), level: z.string(), state: z.string() }),
  ),
  entries: z.array(z.object({ kind: z.string(), label: z.string(), amount: Money, on: z.string() })),
  events: z.array(
    z.object({
      at: z.iso.datetime(),
      says: z.string(),
      stateLabel: z.string(),
      who: z.string(),
      note: z.string().nullable(),
    }),
  ),
  actions: z
    .array(z.object({ action: z.enum(actionNames), label: z.string(), refusal: z.string().nullable() }))
    .meta({ description: '现在可以办的和不能办的原因' }),
}).meta({ id: 'Recovery' });

/** What the system did, and what people could do once. */
const otherWords: Readonly<Record<string, string>> = {
  find: '发现多发',
  findMore: '又发现多发',
  settleByDeduction: '抵扣完毕,结清',
  reopen: '银行退回发放,抵扣冲回',
  recordDeduction: '登记抵扣',
};
/** What the system notes of a find is the months. */
const noteOf = ({ action, note }: RecoveryEvent): string | null =>
  note !== null && (action === 'find' || action === 'findMore') ? note.split('、').map(sayMonth).join('、') : note;
const wordsOf = (action: string): string => otherWords[action] ?? recoveryActions[action as RecoveryAction].says;

interface Has {
  readonly writeOff: boolean;
  readonly consent: boolean;
  readonly newPlan: boolean;
  readonly returned: boolean;
}
type Lack = (has: Has) => string | undefined;
const unless =
  (key: keyof Has, sentence: string): Lack =>
  (has) =>
    has[key] ? undefined : sentence;

/** What needs something that waits is refused beforehand where nothing does. */
const lacks: Readonly<Partial<Record<RecoveryAction, Lack>>> = {
  approveWriteOff: unless('writeOff', '没有待决定的核销或撤销'),
  rejectWriteOff: unless('writeOff', '没有待决定的核销或撤销'),
  proposeWriteOff: ({ writeOff }) => (writeOff ? '已有一项核销或撤销待决定' : undefined),
  revokeConsent: unless('consent', '家庭没有同意抵扣或已经撤回'),
  proposeNewPlan: ({ newPlan }) => (newPlan ? '已有一份新协议待复核' : undefined),
  approveNewPlan: unless('newPlan', '没有待复核的新协议'),
  rejectNewPlan: unless('newPlan', '没有待复核的新协议'),
  keepPlan: ({ newPlan, returned }) => (newPlan || returned ? undefined : '没有待复核或被退回的新协议'),
};

const consents = (plan: z.input<typeof PlanView> | null): boolean =>
  plan !== null && plan.consentId !== null && plan.revokedOn === null;

export const detailView = async (context: Context, tx: Tx, row: Recovery): Promise<z.input<typeof RecoveryView>> => {
  const actor = actorOf(context);
  const at = context.now();
  const today = civilDateAt(at.getTime());
  const where = { recoveryId: row.id };
  const months = await tx.recoveryMonth.findMany({ where, orderBy: [{ month: 'asc' }, { round: 'asc' }] });
  const writeOffs = await tx.recoveryWriteOff.findMany({ where, orderBy: { createdAt: 'asc' } });
  const entries = await tx.recoveryEntry.findMany({ where, orderBy: { at: 'asc' } });
  const events = await tx.recoveryEvent.findMany({ where, orderBy: { sequence: 'asc' } });
  const { returned, ...plans } = await plansView(tx, row, entries, today);
  const has = {
    writeOff: writeOffs.some(({ state }) => state === 'proposed'),
    consent: consents(plans.plan) || consents(plans.newPlan),
    newPlan: plans.newPlan !== null,
    returned,
  };
  return {
    ...summaryView(row),
    months: months.map(({ month, paidFen, dueFen, fen, findingId }) => ({
      month,
      byBank: findingId !== null,
      paid: yuanFromFen(paidFen),
      due: yuanFromFen(dueFen),
      amount: yuanFromFen(fen),
    })),
    ...plans,
    withheld: await withheldMonths(tx, row.id),
    deductionLimit: yuanFromFen(await deductionLimit({ context, tx, recovery: row, today })),
    writeOffs: writeOffs.map(({ kind, fen, reason, level, state }) => ({
      kind,
      amount: yuanFromFen(fen),
      reason,
      level,
      state,
    })),
    entries: entries.map(({ kind, fen, onDate }) => ({
      kind,
      label: entryKinds[kind as EntryKind],
      amount: yuanFromFen(fen),
      on: onDate,
    })),
    events: events.map((event) => ({
      at: event.at.toISOString(),
      says: wordsOf(event.action),
      stateLabel: recoveryStates[event.state as RecoveryState].label,
      who: roles[event.role as Role].label,
      note: noteOf(event),
    })),
    actions: actionNames.map((action) => ({
      action,
      label: recoveryActions[action].says,
      refusal: actionRefusal(action, row.state as RecoveryState, actor.role) ?? lacks[action]?.(has) ?? null,
    })),
  };
};

export const exampleRecovery: z.input<typeof RecoveryView> = {
  ...exampleSummary,
  months: [{ month: '2022-09', paid: '300.00', due: '0.00', amount: '300.00', byBank: false }],
  plan: null,
  newPlan: null,
  formerPlans: [],
  withheld: [],
  deductionLimit: '0.00',
  writeOffs: [],
  entries: [],
  events: [{ at: '2022-10-20T01:00:00.000Z', says: '发现多发', stateLabel: '待核实', who: '系统', note: '2022年9月' }],
  actions: [{ action: 'verify', label: '核实多发', refusal: null }],
};
