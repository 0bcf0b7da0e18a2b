import type { ActionView } from '../../../shared/api/types';

/** Steps that are always there and rarely the next thing to do. */
const besides: ReadonlySet<string> = new Set([
  'assign',
  'withdraw',
  'extend',
  'forward',
  'stopForNonCooperation',
  'declineToAccept',
  'recordEndPhoto',
]);

export interface Sorted {
  /** The one step that brings the case on: the primary button. */
  readonly main: ActionView | undefined;
  readonly others: readonly ActionView[];
  readonly besides: readonly ActionView[];
  readonly impossible: readonly ActionView[];
}

/** Actions of one owner in the order in which the table (the regulation) has them. */
export const sortActions = (actions: readonly ActionView[]): Sorted => {
  const possible = actions.filter((action) => action.possible);
  const weighty = possible.filter(({ action }) => !besides.has(action));
  const main = weighty[0];
  return {
    main,
    others: weighty.filter((action) => action !== main),
    besides: possible.filter(({ action }) => besides.has(action)),
    impossible: actions.filter((action) => !action.possible),
  };
};
