import type { Deps, Tx } from '../deps';
import type { CollectedNotes } from './audit-notes';
import type { RequestState } from './state';

/** One insert-only row for a request; ids and codes only. */
export const writeAudit = async (
  deps: Deps,
  tx: Tx,
  state: RequestState,
  operation: string,
  notes: CollectedNotes,
  status: number,
): Promise<void> => {
  // createMany asks for nothing back: a request without log-in may write its row but not read it.
  await tx.auditRow.createMany({
    data: {
      at: deps.now(),
      requestId: state.requestId,
      actorId: state.actor?.staffId ?? null,
      role: state.actor?.role ?? null,
      division: state.actor?.division ?? null,
      operation,
      caseId: notes.caseId ?? null,
      persons: [...notes.persons],
      outcome: status,
      details: notes.details,
    },
  });
};
