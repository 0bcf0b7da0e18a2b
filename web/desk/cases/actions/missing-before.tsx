import type { CaseView } from '../../../shared/api/types';
import { Missing } from '../prints/missing';
import type { Chosen } from './chosen';

interface Props {
  readonly view: CaseView;
  readonly chosen: Chosen;
}

/** What the file still lacks, before a step that leads out of the stage. */
export const MissingBefore = ({ view, chosen: { owner, targets } }: Props) =>
  owner === 'stage' && targets.some((target) => target !== view.stage.id) ? <Missing caseId={view.id} open /> : null;
