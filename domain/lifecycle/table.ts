import type { DeadlineKind } from '../deadlines/kinds';
import type { InputKind } from './inputs';
import type { Role } from './roles';

/**
 * A limit of a stage or step. `from`: 'entry' (starts on entering unless it already runs), an action, or 'effect'
 * (started by the action's effect with a variant or a number of months). Length and clause live in parameters.
 * `until`: the in-stage action that meets it; otherwise it ends on leaving for a stage that does not list it.
 */
export interface Limit {
  readonly from: string;
  readonly until?: string;
  /** The action that the case does by itself when the limit is over; without it the limit is late and escalates. */
  readonly whenDue?: string;
  /** The matter that the first reminder opens. */
  readonly opens?: string;
}

export interface ActionRow<Target extends string> {
  /** Several targets: the first unless the input or the law of the case chooses another of them. */
  readonly to: Target | 'stays' | readonly Target[];
  readonly by: readonly Role[];
  readonly needs?: InputKind;
  /** What the button says and what the timeline tells. */
  readonly says: string;
}

export interface Row<Target extends string> {
  readonly label: string;
  readonly heldBy?: Role;
  /** The sentence of the work item: what to do next. */
  readonly todo?: string;
  readonly limits: Partial<Record<DeadlineKind, Limit>>;
  readonly actions: Readonly<Record<string, ActionRow<Target>>>;
}

export type Table = Readonly<Record<string, Row<string>>>;

/** A `to` that is no stage of the same table does not compile. */
export const lifecycle = <const T extends { [Stage in keyof T]: Row<Extract<keyof T, string>> }>(table: T): T => table;

/** The targets an action can have, 'stays' resolved to the present place. */
export const targetsOf = (row: ActionRow<string>, here: string): readonly string[] =>
  row.to === 'stays' ? [here] : typeof row.to === 'string' ? [row.to] : row.to;

/** `record…` actions only add to the file: they are never stale. */
export const needsVersion = (action: string): boolean => !action.startsWith('record');
