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
  await tx.auditRow.create({
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
