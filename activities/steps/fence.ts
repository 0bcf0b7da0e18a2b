import { ApplicationFailure } from '@temporalio/common';
import { AppError } from '../../domain/errors';
import { engineFailures } from '../../domain/lifecycle/engine';
import type { CaseState } from '../../domain/lifecycle/state';

/** The database always wins: a workflow whose epoch or sequence is not the row's must stop, alarm and be rebuilt. */
export const fence = (row: { readonly epoch: number; readonly sequence: number }, state: CaseState): void => {
  if (row.epoch === state.epoch && row.sequence === state.sequence) return;
  throw ApplicationFailure.create({
    type: engineFailures.fenced,
    message: `案件流程与数据库不一致:流程 ${state.epoch}/${state.sequence},数据库 ${row.epoch}/${row.sequence},请管理员修复`,
    nonRetryable: true,
  });
};

/** A refusal by the rules becomes the workflow's business failure; everything else is tried again. */
export const asFailure = (error: unknown): unknown =>
  error instanceof AppError
    ? ApplicationFailure.create({
        type: error.code,
        message: error.message,
        nonRetryable: true,
        details: [error.details],
      })
    : error;
