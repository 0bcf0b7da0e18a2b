/** The raw floor: what one writes with Temporal alone, on the same server and storage. */
export const raw = { taskQueue: 'bench-raw', workflow: 'rawWorkflow', step: 'step', steps: 4, timerMs: 50 } as const;
export const rawId = (caseId: string): string => `raw/${caseId}`;

/** What the raw worker process is told. */
export interface RawWorkerAddress {
  readonly temporalAddress: string;
  readonly databaseUrl: string;
}
