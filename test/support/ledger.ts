import { applyPatch, initialState, type CaseState, type Patch } from '../../domain/lifecycle/state';
import type { Store } from '../../store/client';

/** All events of a case, first to last. */
export const eventsOf = (store: Pick<Store, 'prisma'>, caseId: string) =>
  store.prisma.caseEvent.findMany({ where: { caseId }, orderBy: { sequence: 'asc' } });

/** Events without gap or twin, which folded give the snapshot: the case's history is whole. */
export const expectWhole = async (store: Pick<Store, 'prisma'>, caseId: string): Promise<CaseState> => {
  const row = await store.prisma.case.findUniqueOrThrow({ where: { id: caseId } });
  const events = await eventsOf(store, caseId);
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_event, index) => index + 1));
  const start = initialState(caseId, row.programme, row.division, row.clock as CaseState['clock']);
  const folded = events.reduce((state, { patch }) => applyPatch(state, patch as unknown as Patch), {
    ...start,
    epoch: row.epoch,
  });
  expect(folded).toEqual(row.snapshot);
  expect([row.sequence, row.stage, row.stageVersion]).toEqual([folded.sequence, folded.stage, folded.stageVersion]);
  return folded;
};
