import type { CaseState, Patch } from './state';

/** The names by which the API, the worker and the workflow know each other. */
export const engine = {
  taskQueue: 'cases',
  caseWorkflow: 'caseWorkflow',
  workflowId: (caseId: string): string => `case/${caseId}`,
  updates: { act: 'act', wake: 'wake', settled: 'settled' },
  queries: { state: 'state' },
} as const;

/** The answer of a step: what changed, and the state that results. */
export interface StepAnswer {
  readonly patch: Patch;
  readonly state: CaseState;
}

/** What the step's transaction answers. A command that this very state holds already changes nothing a second time. */
export type AppliedPatch = Patch & { readonly repeated?: true };

/** Failure types of the engine that are no business refusals. */
export const engineFailures = { fenced: 'Fenced', broken: 'stepBroken' } as const;
