import { civilDateAt } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import {
  actionRefusal,
  recoveryActions,
  type RecoveryAction,
  type RecoveryActionRow,
  type RecoveryState,
} from '../../domain/recovery/steps';
import { giveTask } from '../../store/recovery/task';
import { caseInScope } from '../cases/access';
import { actorOf } from '../context';
import type { Tx } from '../deps';
import { underPath } from '../cases/actions/read-input';
import { invalidInput } from '../http/errors';
import type { Acting, Done, Doing } from './doing';
import { handlers } from './handlers';
import { recoveryInputs } from './inputs';

/** @throws AppError notFound, relativeLockedOut */
export const recoveryInScope = async (context: Pick<Acting, 'actor' | 'audit'>, tx: Tx, recoveryId: string) => {
  const row = await tx.recovery.findUnique({ where: { id: recoveryId } });
  if (!row) throw new AppError('notFound', '没有找到这项追缴,可能不在您的辖区内');
  await caseInScope(context, tx, row.caseId);
  context.audit.case(row.caseId);
  return row;
};

const parsed = (action: RecoveryAction, input: unknown): unknown => {
  const result = recoveryInputs[action].safeParse(input ?? {});
  if (!result.success) throw underPath('input', invalidInput(result.error));
  return result.data;
};

/** Nothing outstanding: over. What was withdrawn whole was no overpayment. */
const closing = async (tx: Tx, id: string, fallback: RecoveryState): Promise<RecoveryState> => {
  const { outstandingFen, overpaidFen } = await tx.recovery.findUniqueOrThrow({ where: { id } });
  if (outstandingFen > 0n) return fallback;
  return overpaidFen === 0n ? 'dismissed' : 'settled';
};

interface Taken {
  readonly action: RecoveryAction;
  readonly expectedVersion: number;
  readonly input: unknown;
}

/** One step: held, checked against table and version, done, written. @throws AppError versionStale, actionNotAllowed, forbidden */
export const takeStep = async (context: Acting, recoveryId: string, taken: Taken): Promise<void> =>
  context.scope(async (tx) => {
    const actor = actorOf(context);
    await tx.$queryRaw`select 1 from recovery where id = ${recoveryId}::uuid for update`;
    const recovery = await recoveryInScope(context, tx, recoveryId);
    const { action, expectedVersion } = taken;
    if (recovery.version !== expectedVersion) throw new AppError('versionStale', '这项追缴刚被他人办理过,请刷新后再办');
    const state = recovery.state as RecoveryState;
    const refusal = actionRefusal(action, state, actor.role);
    if (refusal) throw new AppError('actionNotAllowed', refusal);
    const at = context.now();
    const doing: Doing = { context, tx, actor, recovery, at, today: civilDateAt(at.getTime()) };
    const perform = handlers[action] as (doing: Doing, input: unknown) => Promise<Done>;
    const { note } = await perform(doing, parsed(action, taken.input));
    const row: RecoveryActionRow = recoveryActions[action];
    const becomes = await closing(tx, recoveryId, row.to === 'stays' ? state : row.to);
    const over = becomes === 'settled' || becomes === 'dismissed';
    await tx.recovery.updateMany({
      where: { id: recoveryId },
      data: { state: becomes, version: { increment: 1 }, ...(over && { settledOn: doing.today }) },
    });
    if (becomes !== state) await giveTask(tx, recovery, becomes, at);
    await tx.recoveryEvent.create({
      data: {
        recoveryId,
        sequence: (await tx.recoveryEvent.count({ where: { recoveryId } })) + 1,
        at,
        action,
        state: becomes,
        actorId: actor.staffId,
        role: actor.role,
        note: note ?? null,
      },
      select: { recoveryId: true },
    });
  });
