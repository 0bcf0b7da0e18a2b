import { Link } from 'react-router';
import type { Column } from '../../shared/case-table';
import type { QueueItem } from '../../shared/api/types';
import { Tag } from '../../shared/page/tag';
import { Marks } from '../cases/marks';
import { programmeLabel } from '../cases/names';
import { texts } from './texts';

type OfCase = Pick<
  QueueItem,
  'caseId' | 'applicantName' | 'number' | 'programme' | 'emergency' | 'forcedVisit' | 'stage'
>;

/** Which household and at which stage: the same in every list of the home page. */
export const caseColumns: readonly Column<OfCase>[] = [
  {
    key: 'household',
    title: texts.household,
    width: 210,
    cell: ({ caseId, applicantName, number, programme, emergency, forcedVisit }) => (
      <>
        <Link to={`/cases/${caseId}`} className="strong">
          {applicantName}
        </Link>
        <Marks emergency={emergency} forcedVisit={forcedVisit} />
        <div className="quiet small">{`${programmeLabel(programme)} ${number}`}</div>
      </>
    ),
  },
  { key: 'stage', title: texts.stage, width: 112, cell: ({ stage }) => <Tag>{stage.label}</Tag> },
];
