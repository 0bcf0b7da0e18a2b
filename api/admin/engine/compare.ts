import { canonicalJson } from '../../../store/crypto';
import type { CaseState } from '../../../domain/lifecycle/state';

export interface Difference {
  readonly field: string;
  readonly database: unknown;
  readonly workflow: unknown;
}

/** Field by field; the database is right where they differ (design.md §3). */
export const differencesOf = (database: CaseState, workflow: CaseState): readonly Difference[] => {
  const fields = [...new Set([...Object.keys(database), ...Object.keys(workflow)])].sort();
  const valueOf = (state: CaseState, field: string): unknown =>
    (state as unknown as Record<string, unknown>)[field] ?? null;
  return fields
    .map((field) => ({ field, database: valueOf(database, field), workflow: valueOf(workflow, field) }))
    .filter(({ database: here, workflow: there }) => canonicalJson(here) !== canonicalJson(there));
};
