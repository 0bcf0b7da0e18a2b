import { ActivityFailure, ApplicationFailure, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { Command } from '../domain/lifecycle/command';
import type { AppliedPatch } from '../domain/lifecycle/engine';
import type { CaseState } from '../domain/lifecycle/state';

/** What the workflow needs of the outside world. */
export interface StepActivities {
  applyStep(state: CaseState, command: Command): Promise<AppliedPatch>;
}

const local = proxyLocalActivities<StepActivities>({
  startToCloseTimeout: '2s',
  scheduleToCloseTimeout: '3s',
  retry: { maximumAttempts: 1 },
});
const patient = proxyActivities<StepActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '500ms', maximumInterval: '5s' },
});

const isBusiness = (error: unknown): boolean =>
  error instanceof ActivityFailure && error.cause instanceof ApplicationFailure && error.cause.nonRetryable === true;

/** The reason of a refused step as the update's own failure: its `type` is the stable code. */
export const refusalIn = (error: unknown): unknown => (isBusiness(error) ? (error as ActivityFailure).cause : error);

/**
 * One transaction, exactly once: first a bounded local activity (fast), and where that did not answer, the same command
 * as a normal activity that waits for the database to come back. The command's id makes the second a look-up.
 */
export const applyStep = async (state: CaseState, command: Command): Promise<AppliedPatch> => {
  try {
    return await local.applyStep(state, command);
  } catch (error) {
    if (isBusiness(error)) throw refusalIn(error);
  }
  try {
    return await patient.applyStep(state, command);
  } catch (error) {
    throw refusalIn(error);
  }
};
