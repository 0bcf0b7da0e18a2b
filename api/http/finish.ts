import type { Deps } from '../deps';
import type { CollectedNotes } from './audit-notes';
import { sealed, type Keyed } from './idempotency';
import type { Outcome } from './outcome';
import type { RequestState } from './state';

const FINISH = `
  with answered as (
    update idempotent_answer set status = $1, answer = $2, case_id = $3, done_at = $4
    where actor_id = $5 and operation = $6 and key = $7
  )
  insert into audit_row (at, request_id, actor_id, role, division, operation, case_id, persons, outcome, details)
  values ($4, $8, $9, $10, $11, $6, $3, $12, $1, $13)`;

/** The answer beside its key and the audit row of the request, both or neither, in one statement. */
export const finish = async (
  deps: Deps,
  { requestId, actor }: RequestState,
  keyOf: Keyed,
  outcome: Outcome,
  { caseId, persons, details }: CollectedNotes,
): Promise<void> => {
  const { actorId, operation, key } = keyOf;
  const answer = JSON.stringify(sealed(deps, keyOf, outcome));
  const answered = [outcome.status, answer, caseId ?? null, deps.now(), actorId, operation, key];
  const who = [requestId, actor?.staffId ?? null, actor?.role ?? null, actor?.division ?? null];
  const values = [...answered, ...who, [...persons], JSON.stringify(details)];
  await deps.store.pool.query({ name: 'finishCommand', text: FINISH, values });
};
