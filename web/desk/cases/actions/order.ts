import type { ActionView, CaseView } from '../../../shared/api/types';

/** Steps that are always there and rarely the next thing to do. */
const besides: ReadonlySet<string> = new Set([
  'assign',
  'declineToAccept',
  'extend',
  'forward',
  'raiseObjection',
  'recordEndPhoto',
  'stopForNonCooperation',
  'withdraw',
  'withdrawNotice',
]);

export interface Sorted {
  /** The one step that brings the case on: the primary button. */
  readonly main: ActionView | undefined;
  readonly others: readonly ActionView[];
  readonly besides: readonly ActionView[];
  readonly impossible: readonly ActionView[];
}

/** Where everybody has signed, another signature is not the next thing. */
const isDone = ({ action }: ActionView, members: readonly Signed[]): boolean =>
  action === 'recordAuthorisation' && members.every(({ mustAuthorise, authorised }) => authorised || !mustAuthorise);

type Signed = Pick<CaseView['members'][number], 'mustAuthorise' | 'authorised'>;

/** Actions of one owner in the order in which the table (the regulation) has them; what leads to another stage first. */
export const sortActions = (actions: readonly ActionView[], stage: string, members: readonly Signed[] = []): Sorted => {
  const possible = actions.filter((action) => action.possible);
  const weighty = possible.filter(({ action }) => !besides.has(action));
  const main =
    weighty.find(({ targets }) => !targets.includes(stage)) ?? weighty.find((action) => !isDone(action, members));
  return {
    main,
    others: weighty.filter((action) => action !== main),
    besides: possible.filter(({ action }) => besides.has(action)),
    impossible: actions.filter((action) => !action.possible),
  };
};
