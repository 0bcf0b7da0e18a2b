import type { ActionNow } from '../../../../domain/lifecycle/actions-now';
import type { CaseView } from '../../../shared/api/types';

/** What somebody is about to do, as it stands in the address: `stage.accept`, `<matterId>.assess`, `open.change`. */
export interface Chosen {
  readonly title: string;
  readonly needs: string;
  readonly path: string;
  readonly expectedVersion: number | undefined;
  readonly targets: readonly string[];
  readonly possible: boolean;
  readonly reasons: readonly string[];
  /** What the body carries beside the input. */
  readonly kind?: string;
}

export const nameOf = ({ owner, action }: Pick<ActionNow, 'owner' | 'action'>): string => `${owner}.${action}`;

const pathOf = ({ owner, action }: ActionNow): string =>
  owner === 'stage' ? `/actions/${action}` : `/matters/${owner}/actions/${action}`;

const ofAction = (action: ActionNow): Chosen => ({
  title: action.says,
  needs: action.needs,
  path: pathOf(action),
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
        path: '/matters',
        expectedVersion: undefined,
        targets: [],
        possible: true,
        reasons: [],
        kind: matter.kind,
      }
    : undefined;
};

export const bodyOf = (
  chosen: Chosen,
  expectedVersion: number | undefined,
  input: unknown,
): Record<string, unknown> => ({
  ...(chosen.kind ? { kind: chosen.kind } : {}),
  ...(expectedVersion === undefined ? {} : { expectedVersion }),
  input,
});
