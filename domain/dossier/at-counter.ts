import { itemsMissing, type MissingItem } from './missing';
import { requirements, type FileContents } from './requirements';

/** What can be asked for at the counter, before there is a case. */
const asked = requirements.filter(({ stage, id }) => stage === 'submitted' || id === 'authorisation');

export type CounterFile = Pick<FileContents, 'documents' | 'unauthorised' | 'applyingThrough'>;

/** Papers still missing while the application is filled in: told the applicant once and together. */
export const missingAtCounter = (file: CounterFile): readonly MissingItem[] =>
  itemsMissing(asked, {
    ...file,
    stages: new Set(['submitted']),
    actions: new Set(),
    application: true,
    assessments: 0,
    undelivered: [],
  });
