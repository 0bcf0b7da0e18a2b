import { rightKinds } from '../../domain/deadlines/kinds';
import type { Alarm, CaseState, Owner } from '../../domain/lifecycle/state';
import { placeOf, rowOf } from '../../domain/lifecycle/programmes';
import { isLifted, standInOf } from '../../domain/lifecycle/lift';
import { officeOf, type Role } from '../../domain/lifecycle/roles';
import { uuidOf } from '../../store/uuid';
import type { StepContext } from './context';
import { ladder } from './ladder';
import { earliestOf, type OpenLimit } from './open-limits';

/**
 * Where the law has given the confirming power to the township, the county's desk is the township approver's; a step that
 * was lifted is the county's.
 */
const holderOf = (context: StepContext, state: CaseState, owner: Owner, heldBy: Role): Role => {
  const delegated = owner === 'stage' && state.stage === 'confirming' && context.row.authority === 'township';
  const role = delegated ? 'townshipApprover' : heldBy;
  return isLifted(state, owner) ? standInOf(role) : role;
};

/** The division of the office that an owner lies with: a transfer that was asked lies with the other one. */
const lyingWith = async ({ tx }: StepContext, state: CaseState, owner: Owner): Promise<string> =>
  (owner === 'stage' ? undefined : await tx.matter.findUnique({ where: { id: owner }, select: { division: true } }))
    ?.division ?? state.division;

const dueOf = async ({ tx, row }: StepContext, owner: Owner): Promise<Date | null> =>
  (
    await tx.deadline.findFirst({
      where: { caseId: row.id, owner, state: { in: ['running', 'late'] }, kind: { notIn: [...rightKinds] } },
      orderBy: { dueAt: 'asc' },
      select: { dueAt: true },
    })
  )?.dueAt ?? null;

const place = (state: CaseState, owner: Owner): string =>
  owner === 'stage' ? state.stage : (state.matters.find(({ id }) => id === owner)?.step ?? 'done');

const replaceTask = async (context: StepContext, state: CaseState, owner: Owner, dueAt: Date | null): Promise<void> => {
  const { tx, row, command, at } = context;
  await tx.workItem.updateMany({
    where: { caseId: row.id, owner, kind: 'task', doneAt: null },
    data: { doneAt: new Date(at) },
  });
  const here = rowOf(state, owner);
  if (!here?.todo || !here.heldBy) return;
  const role = holderOf(context, state, owner, here.heldBy);
  const division = await lyingWith(context, state, owner);
  await tx.workItem.create({
    data: {
      id: uuidOf(row.id, command.commandId, owner, 'task'),
      caseId: row.id,
      owner,
      kind: 'task',
      role,
      division: officeOf(role, division),
      assigneeId: role === 'townshipClerk' && division === state.division ? row.assigneeId : null,
      sentence: `${placeOf(state, owner)}:${here.todo}`,
      dueAt,
      createdAt: new Date(at),
    },
  });
};

/** One open task for the stage and one for each matter; a new place replaces it, a new limit moves its date. */
export const writeTasks = async (
  context: StepContext,
  state: CaseState,
  limits: readonly OpenLimit[],
): Promise<void> => {
  const owners = new Set<Owner>([
    'stage',
    ...context.state.matters.map(({ id }) => id),
    ...state.matters.map(({ id }) => id),
  ]);
  for (const owner of owners) {
    const moved =
      place(context.state, owner) !== place(state, owner) ||
      context.state.division !== state.division ||
      isLifted(context.state, owner) !== isLifted(state, owner);
    const dueAt = earliestOf(limits, owner);
    if (moved) await replaceTask(context, state, owner, dueAt);
    else
      await context.tx.workItem.updateMany({
        where: { caseId: context.row.id, owner, kind: 'task', doneAt: null },
        data: { dueAt },
      });
  }
};

/** A reminder for the holder, or a report to the next level of the ladder. */
export const writeNotice = async (
  context: StepContext,
  alarm: Alarm,
  kind: 'reminder' | 'escalation',
  sentence: string,
): Promise<void> => {
  const { tx, row, state, command, at } = context;
  const rung = ladder[alarm.type === 'escalate' ? alarm.level : 0] ?? ladder[0]!;
  const holder = holderOf(context, state, alarm.owner, rowOf(state, alarm.owner)?.heldBy ?? 'townshipClerk');
  const role = rung.role === 'assignee' ? holder : rung.role;
  const division = await lyingWith(context, state, alarm.owner);
  await tx.workItem.create({
    data: {
      id: uuidOf(row.id, command.commandId, 'notice'),
      caseId: row.id,
      owner: alarm.owner,
      kind,
      role,
      division: rung.role === 'assignee' ? officeOf(holder, division) : division.slice(0, rung.digits),
      assigneeId:
        rung.role === 'assignee' && holder === 'townshipClerk' && division === state.division ? row.assigneeId : null,
      level: alarm.type === 'escalate' ? alarm.level : 0,
      sentence,
      dueAt: await dueOf(context, alarm.owner),
      deadlineId: alarm.deadlineId,
      createdAt: new Date(at),
    },
  });
};
