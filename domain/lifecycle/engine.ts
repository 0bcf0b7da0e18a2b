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

/** Failure types of the engine that are no business refusals. */
export const engineFailures = { fenced: 'Fenced' } as const;
