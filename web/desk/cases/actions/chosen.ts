import type { ActionView, CaseView } from '../../../shared/api/types';

/** What somebody is about to do, as it stands in the address: `stage.accept`, `<matterId>.assess`, `open.change`. */
export interface Chosen {
  readonly title: string;
  readonly needs: string;
  readonly owner: string;
  readonly action: string;
  readonly expectedVersion: number | undefined;
  readonly targets: readonly string[];
  readonly possible: boolean;
  readonly reasons: readonly string[];
}

export const nameOf = ({ owner, action }: Pick<ActionView, 'owner' | 'action'>): string => `${owner}.${action}`;

const ofAction = (action: ActionView): Chosen => ({
  title: action.says,
  needs: action.needs,
  owner: action.owner,
  action: action.action,
  expectedVersion: action.action.startsWith('record') ? undefined : action.expectedVersion,
  targets: action.targets,
  possible: action.possible,
  reasons: action.reasons,
});

/** Undefined when the case has moved on and the step does not exist any more. */
export const findChosen = (view: Pick<CaseView, 'actions' | 'matterActions'>, name: string): Chosen | undefined => {
  const action = view.actions.find((one) => nameOf(one) === name);
  if (action) return ofAction(action);
  const matter = view.matterActions.find(({ kind }) => `open.${kind}` === name);
  return matter
    ? {
        title: matter.says,
        needs: matter.needs,
        owner: 'open',
        action: matter.kind,
        expectedVersion: undefined,
        targets: [],
        possible: true,
        reasons: [],
      }
    : undefined;
};
