import { ApplicationFailure } from '@temporalio/common';
import { AppError } from '../../domain/errors';
import { engineFailures } from '../../domain/lifecycle/engine';

interface Place {
  readonly epoch: number;
  readonly sequence: number;
}

/** The database always wins: a workflow whose epoch or sequence is not the row's must stop, alarm and be rebuilt. */
export const fence = (row: Place, state: Place): void => {
  if (row.epoch === state.epoch && row.sequence === state.sequence) return;
  throw ApplicationFailure.create({
    type: engineFailures.fenced,
    message: `案件流程与数据库不一致:流程 ${state.epoch}/${state.sequence},数据库 ${row.epoch}/${row.sequence},请管理员修复`,
    nonRetryable: true,
  });
};

/** Violated constraints, rows that are not there, values of the wrong kind (Prisma's codes): never better by themselves. */
const hopelessCodes: ReadonlySet<unknown> = new Set([
  'P2000',
  'P2002',
  'P2003',
  'P2004',
  'P2011',
  'P2012',
  'P2013',
  'P2020',
  'P2025',
  'P2039',
]);
const hopelessNames: ReadonlySet<string> = new Set([
  'TypeError',
  'RangeError',
  'ReferenceError',
  'PrismaClientValidationError',
]);

const isHopeless = (error: unknown): error is Error =>
  error instanceof Error && (hopelessNames.has(error.name) || hopelessCodes.has((error as { code?: unknown }).code));

/**
 * A refusal by the rules becomes the workflow's business failure. So does a fault of ours that no repetition heals, else
 * it would hold the case's lock for ever. Everything else is tried again.
 */
export const asFailure = (error: unknown): unknown => {
  if (error instanceof AppError)
    return ApplicationFailure.create({
      type: error.code,
      message: error.message,
      nonRetryable: true,
      details: [error.details],
    });
  if (isHopeless(error))
    return ApplicationFailure.create({
      type: engineFailures.broken,
      message: '本步骤未能办理,请把请求编号告知管理员',
      nonRetryable: true,
      cause: error,
    });
  return error;
};
