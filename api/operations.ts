import type { Operation } from './operation';
import { officeOperations } from './operations/office';
import { casesOperations } from './operations/cases';
import { moneyOperations } from './operations/money';
import { standardsOperations } from './operations/standards';

/** Every operation of the API; the key is its name: file, operationId, audit row and metric. */
export const operations = {
  ...officeOperations,
  ...casesOperations,
  ...moneyOperations,
  ...standardsOperations,
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationName = keyof typeof operations;
