import type { Operation } from '../operation';
import { operations } from '../operations';

export interface SaidOperation {
  readonly name: string;
  readonly summary: string;
  readonly tag: string;
}

/** What an operation is called; one that no longer exists keeps its name. Read when asked: the table holds its readers. */
export const sayOperation = (name: string): string =>
  saidOperations().find((one) => one.name === name)?.summary ?? name;

export const saidOperations = (): readonly SaidOperation[] =>
  Object.entries<Operation>(operations).map(([name, { summary, tag }]) => ({ name, summary, tag }));
