import type { Deadline } from '../../generated/prisma/client';
import { isDeadlineKind, kindRow } from '../../domain/deadlines/kinds';
import type { Owner } from '../../domain/lifecycle/state';
import type { Settled } from './settle';

/** A limit that runs after the step, with its instant. */
export interface OpenLimit {
  readonly owner: Owner;
  readonly dueAt: Date;
}

/** A right of the household that runs out is nobody's to be in time for. */
const isOffices = (kind: string): boolean => !(isDeadlineKind(kind) && kindRow(kind).right);

/**
 * What an office has to keep once the step is written: known from what ran before, so the database need not be asked.
 */
export const openLimits = (
  running: readonly Deadline[],
  { started, ended }: Pick<Settled, 'started' | 'ended'>,
): readonly OpenLimit[] => {
  const changed = new Set([...started, ...ended].map(({ id }) => id));
  return [
    ...running.flatMap(({ id, owner, kind, dueAt }) =>
      dueAt && isOffices(kind) && !changed.has(id) ? [{ owner, dueAt }] : [],
    ),
    ...started.flatMap(({ owner, kind, limit }) =>
      limit && isOffices(kind) ? [{ owner, dueAt: new Date(limit.dueAt) }] : [],
    ),
  ];
};

/** The first instant of all of them, or of one owner's. */
export const earliestOf = (limits: readonly OpenLimit[], owner?: Owner): Date | null => {
  const instants = limits.filter((limit) => owner === undefined || limit.owner === owner).map(({ dueAt }) => +dueAt);
  return instants.length === 0 ? null : new Date(Math.min(...instants));
};
