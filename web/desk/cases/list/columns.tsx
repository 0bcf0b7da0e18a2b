import { Link } from 'react-router';
import type { CaseRow } from '../../../shared/api/types';
import type { Column } from '../../../shared/case-table';
import { showDate } from '../../../shared/format/dates';
import { Tag } from '../../../shared/page/tag';
import { TimeLeft } from '../../../shared/page/time-left';
import { Marks } from '../marks';
import { programmeLabel } from '../names';
import { texts } from './texts';

/** Every column of the list; the keys are those of the export as well. */
export const columns: readonly Column<CaseRow>[] = [
  {
    key: 'household',
    title: texts.household,
    cell: ({ id, applicantName, memberCount, number, emergency, forcedVisit }) => (
      <>
        <Link to={`/cases/${id}`} className="strong">
          {`${applicantName}家(${memberCount}人)`}
        </Link>
        <Marks emergency={emergency} forcedVisit={forcedVisit} />
        <div className="quiet small">{number}</div>
      </>
    ),
  },
  {
    key: 'programme',
    title: texts.programme,
    width: 80,
    minor: true,
    cell: ({ programme }) => programmeLabel(programme),
  },
  { key: 'stage', title: texts.stage, width: 130, cell: ({ stage }) => <Tag>{stage.label}</Tag> },
  { key: 'time', title: texts.time, width: 130, cell: ({ dueAt }) => <TimeLeft dueAt={dueAt} short /> },
  { key: 'place', title: texts.place, cell: ({ divisionPath }) => <span className="small">{divisionPath}</span> },
  { key: 'assignee', title: texts.assignee, width: 90, minor: true, cell: ({ assignee }) => assignee?.name ?? '—' },
  {
    key: 'submitted',
    title: texts.submitted,
    width: 130,
    minor: true,
    cell: ({ submittedAt }) => showDate(submittedAt),
  },
  {
    key: 'monthly',
    title: texts.monthly,
    width: 110,
    minor: true,
    cell: ({ monthly }) => <div className="num">{monthly}</div>,
  },
];

/** Shown until somebody chooses. */
export const usualColumns: readonly string[] = ['household', 'programme', 'stage', 'time', 'place', 'assignee'];
