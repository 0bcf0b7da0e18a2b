import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { engine } from '../../domain/lifecycle/engine';
import type { CaseState } from '../../domain/lifecycle/state';

/**
 * Starts the workflow of a case, once: asked again while it runs or after it ended, it does nothing.
 * @throws when the engine is out of reach; the sweeper tries again.
 */
export const startCaseWorkflow = async (
  client: Client,
  state: CaseState,
  taskQueue: string = engine.taskQueue,
): Promise<void> => {
  try {
    await client.workflow.start(engine.caseWorkflow, {
      taskQueue,
      workflowId: engine.workflowId(state.caseId),
      args: [state],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
};

/** A new run from the database's snapshot, whatever the engine held before (design.md §3: the database always wins). */
export const rebuildCaseWorkflow = async (
  client: Client,
  state: CaseState,
  taskQueue: string = engine.taskQueue,
): Promise<void> => {
  await client.workflow.start(engine.caseWorkflow, {
    taskQueue,
    workflowId: engine.workflowId(state.caseId),
    args: [state],
    workflowIdConflictPolicy: 'TERMINATE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  });
};
