import type { z } from 'zod';
import { civilDateAt, daysBetween } from '../../../domain/civil-date';
import { isDeadlineKind, kindRow, labelOfLimit } from '../../../domain/deadlines/kinds';
import { placeOf, rowOf } from '../../../domain/lifecycle/programmes';
import { roles } from '../../../domain/lifecycle/roles';
import type { CaseState } from '../../../domain/lifecycle/state';
import type { Deadline } from '../../../generated/prisma/client';
import type { DeadlineView } from './schema';

/** Days from today to the last day of a limit; negative when it is over. */
export const daysLeftUntil = (dueAt: Date | null, now: Date): number | null =>
  dueAt && daysBetween(civilDateAt(now.getTime()), civilDateAt(dueAt.getTime() - 1));

/** Whose turn it is: shown as the cause of waiting, it stops no clock. */
const waitingFor = (state: CaseState, owner: string): string | null => {
  const row = rowOf(state, owner);
  return row?.heldBy && row.todo ? `${placeOf(state, owner)}:等${roles[row.heldBy].label}${row.todo}` : null;
};

/** @param letterTitle of the letter that waits to be delivered (store/cases/letter-to-tell.ts) */
export const deadlineView = (
  deadline: Deadline,
  state: CaseState,
  now: Date,
  letterTitle: string | undefined,
): z.input<typeof DeadlineView> => ({
  id: deadline.id,
  kind: deadline.kind,
  label: isDeadlineKind(deadline.kind) ? labelOfLimit(deadline.kind, letterTitle) : deadline.kind,
  right: isDeadlineKind(deadline.kind) && kindRow(deadline.kind).right === true,
  owner: deadline.owner,
  dueAt: deadline.dueAt?.toISOString() ?? null,
  promisedAt: deadline.promisedAt?.toISOString() ?? null,
  daysLeft: daysLeftUntil(deadline.dueAt, now),
  state: deadline.state as z.input<typeof DeadlineView>['state'],
  explanation: deadline.explanation,
  clause: deadline.clause,
  waitingFor: waitingFor(state, deadline.owner),
});
