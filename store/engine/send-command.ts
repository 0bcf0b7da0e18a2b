import { setTimeout as pause } from 'node:timers/promises';
import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { AppError, type FieldError } from '../../domain/errors';
import type { Command } from '../../domain/lifecycle/command';
import { engine, engineFailures, type StepAnswer } from '../../domain/lifecycle/engine';

/** `gone`: no workflow runs for this case, so it has not been started yet or was lost. */
export type Sent =
  { readonly state: 'done'; readonly answer: StepAnswer } | { readonly state: 'running' } | { readonly state: 'gone' };

/** A run that ends by continue-as-new in this very moment: the next one takes the same command. */
const HANDOVER_TRIES = 3;
const HANDOVER_PAUSE_MS = 200;
const REACH_MS = 1_000;
/** What the server calls an accepted update whose run ended first. */
const ABORTED = 'AcceptedUpdateCompletedWorkflow';

const engineAway = (): AppError =>
  new AppError('engineUnavailable', '流程引擎暂时连不上,您填写的内容没有办理,请稍后用同一个 Idempotency-Key 再试');

const outOfStep = (): AppError =>
  new AppError('engineOutOfStep', '本案流程与数据库不一致,暂不能办理;请告知管理员在“流程管理”中修复本案');

/** Refusals of the rules keep their code, sentence and details; a fenced case is the administrator's. */
const refusalIn = (failure: ApplicationFailure): AppError => {
  if (failure.type === engineFailures.fenced) return outOfStep();
  const details = (failure.details?.[0] ?? {}) as { readonly fields?: readonly FieldError[] };
  return new AppError(failure.type ?? 'refused', failure.message, details);
};

/** No answer in time: either the workflow takes longer, or there is no engine at all and nothing was handed over. */
const stillRunning = async (client: Client): Promise<Sent> => {
  try {
    await client.withDeadline(Date.now() + REACH_MS, () => client.workflowService.getSystemInfo({}));
    return { state: 'running' };
  } catch {
    throw engineAway();
  }
};

const sendOnce = async (client: Client, caseId: string, command: Command, deadline: number): Promise<Sent> => {
  const handle = client.workflow.getHandle(engine.workflowId(caseId));
  try {
    const answer = await client.withDeadline(deadline, () =>
      handle.executeUpdate<StepAnswer, [Command]>(engine.updates.act, { args: [command], updateId: command.commandId }),
    );
    return { state: 'done', answer };
  } catch (error) {
    if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return stillRunning(client);
    if (error instanceof WorkflowNotFoundError) return { state: 'gone' };
    if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
      if (error.cause.type === ABORTED) return { state: 'gone' };
      throw refusalIn(error.cause);
    }
    throw engineAway();
  }
};

/**
 * Hands a command to the case's workflow and waits for the step until `patienceMs` are over. The same command may be sent
 * again at any time: its id makes it one step. @throws AppError of the rules, or engineUnavailable
 */
export const sendCommand = async (
  client: Client,
  caseId: string,
  command: Command,
  patienceMs: number,
): Promise<Sent> => {
  const deadline = Date.now() + patienceMs;
  let sent = await sendOnce(client, caseId, command, deadline);
  for (let tries = 1; sent.state === 'gone' && tries < HANDOVER_TRIES; tries += 1) {
    await pause(HANDOVER_PAUSE_MS);
    sent = await sendOnce(client, caseId, command, deadline);
  }
  return sent;
};
