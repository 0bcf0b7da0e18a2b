import { applyPatch, initialState, type CaseState, type Patch } from '../../domain/lifecycle/state';
import type { Store } from '../../store/client';

/** The state that the events of a case give, folded from nothing; up to and including an action where one is named. */
export const foldEvents = async (
  store: Pick<Store, 'prisma'>,
  caseId: string,
  clock: CaseState['clock'],
  until?: string,
): Promise<CaseState> => {
  const row = await store.prisma.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { programme: true, division: true, epoch: true },
  });
  const events = await store.prisma.caseEvent.findMany({
    where: { caseId },
    orderBy: { sequence: 'asc' },
    select: { action: true, patch: true },
  });
  const last = until ? events.findIndex(({ action }) => action === until) + 1 : events.length;
  const start = { ...initialState(caseId, row.programme, row.division, clock), epoch: row.epoch };
  return events
    .slice(0, last)
    .reduce<CaseState>((state, { patch }) => applyPatch(state, patch as unknown as Patch), start);
};
