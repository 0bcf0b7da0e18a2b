import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { decodeOptionalFailureToOptionalError } from '@temporalio/common/lib/internal-non-workflow';
import { AppError } from '../../../domain/errors';
import { engine as names } from '../../../domain/lifecycle/engine';
import type { CaseState } from '../../../domain/lifecycle/state';

const PATIENCE_MS = 3_000;

export const engineAway = (): AppError => new AppError('engineUnavailable', '流程引擎暂时连不上,请稍后再试');

export interface PendingActivity {
  readonly type: string;
  readonly attempts: number;
  readonly lastError: string | null;
}

export interface Described {
  readonly workflowId: string;
  readonly runId: string;
  readonly status: string;
  readonly historyLength: number;
  readonly startedAt: string;
  readonly workerVersion: string | null;
  readonly pendingActivities: readonly PendingActivity[];
  /** Attempts of the task that runs now; more than one means that the program fails or no worker is there. */
  readonly taskAttempts: number;
}

/** Undefined where the engine knows no workflow of this case. @throws AppError engineUnavailable */
export const describeCase = async (client: Client, caseId: string): Promise<Described | undefined> => {
  try {
    const found = await client.withDeadline(Date.now() + PATIENCE_MS, () =>
      client.workflow.getHandle(names.workflowId(caseId)).describe(),
    );
    const { raw } = found;
    const pendingActivities = await Promise.all(
      (raw.pendingActivities ?? []).map(async ({ activityType, attempt, lastFailure }): Promise<PendingActivity> => {
        const failure = await decodeOptionalFailureToOptionalError(client.options.loadedDataConverter, lastFailure);
        return { type: activityType?.name ?? '', attempts: attempt ?? 0, lastError: failure?.message ?? null };
      }),
    );
    return {
      workflowId: found.workflowId,
      runId: found.runId,
      status: found.status.name,
      historyLength: found.historyLength,
      startedAt: found.startTime.toISOString(),
      workerVersion: raw.workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId ?? null,
      pendingActivities,
      taskAttempts: raw.pendingWorkflowTask?.attempt ?? 0,
    };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw engineAway();
  }
};

/** What the workflow itself holds; undefined when no worker answers in time. */
export const askState = async (client: Client, caseId: string): Promise<CaseState | undefined> => {
  try {
    return await client.withDeadline(Date.now() + PATIENCE_MS, () =>
      client.workflow.getHandle(names.workflowId(caseId)).query<CaseState>(names.queries.state),
    );
  } catch {
    return undefined;
  }
};
