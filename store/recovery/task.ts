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
