import { officeOf, type Role } from '../../domain/lifecycle/roles';
import { recoveryStates, type RecoveryState } from '../../domain/recovery/steps';
import type { Tx } from '../with-scope';

interface Placed {
  readonly id: string;
  /** Nine digits. */
  readonly township: string;
}

/** Ends what was to do in a recovery and gives the task of the new state to its desk. */
export const giveTask = async (tx: Tx, { id, township }: Placed, state: RecoveryState, at: Date): Promise<void> => {
  const row: { readonly label: string; readonly heldBy?: Role; readonly todo?: string } = recoveryStates[state];
  const role = row.heldBy ?? null;
  const office = role === null ? null : officeOf(role, township);
  const says = `追缴:${row.todo ?? row.label}`;
  await tx.$executeRaw`select give_recovery_task(${id}::uuid, ${role}, ${office}, ${says}, ${at}::timestamptz)`;
};

/** What a new agreement beside the one in force asks of whom. */
const planTasks = {
  check: { heldBy: 'countyApprover', says: '追缴:复核新的还款协议' },
  rework: { heldBy: 'townshipClerk', says: '追缴:新的还款协议被退回,请与家庭重新商定,或沿用原协议' },
} as const satisfies Readonly<Record<string, { readonly heldBy: Role; readonly says: string }>>;

const BESIDE = '/plan';

/** Gives the task of a new agreement, in place of the one before; the task of the recovery itself stays. */
export const givePlanTask = async (
  tx: Tx,
  { id, township }: Placed,
  task: keyof typeof planTasks,
  at: Date,
): Promise<void> => {
  const { heldBy, says } = planTasks[task];
  const office = officeOf(heldBy, township);
  await tx.$executeRaw`select give_recovery_task(${id}::uuid, ${heldBy}, ${office}, ${says}, ${at}::timestamptz, ${BESIDE})`;
};

export const endPlanTask = async (tx: Tx, { id }: Pick<Placed, 'id'>, at: Date): Promise<void> => {
  await tx.$executeRaw`select give_recovery_task(${id}::uuid, null, null, '', ${at}::timestamptz, ${BESIDE})`;
};
