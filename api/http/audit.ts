import { recordAudit } from '../../store/audit';
import type { Deps, Tx } from '../deps';
import type { CollectedNotes } from './audit-notes';
import type { RequestState } from './state';

/** One insert-only row for a request; ids and codes only. */
export const writeAudit = (
  deps: Deps,
  tx: Tx,
  { requestId, actor: known }: RequestState,
  operation: string,
  { persons, caseId, details, actor = known }: CollectedNotes,
  outcome: number,
): Promise<void> =>
  recordAudit(tx, {
    at: deps.now(),
    requestId,
    actorId: actor?.staffId ?? null,
    role: actor?.role ?? null,
    division: actor?.division ?? null,
    operation,
    caseId: caseId ?? null,
    persons,
    outcome,
    details,
  });
