import { Link } from 'react-router';
import type { Column } from '../../shared/case-table';
import type { RelativeView } from '../../shared/api/types';
import { showDate } from '../../shared/format/dates';
import { Tag } from '../../shared/page/tag';
import { texts } from './texts';

const State = ({ row }: { readonly row: RelativeView }) => {
  if (row.ended)
    return (
      <>
        <Tag>{texts.ended}</Tag>
        <div className="quiet small">{`${showDate(row.ended.at)} ${row.ended.by}:${row.ended.reason}`}</div>
      </>
    );
  return row.staffId ? <Tag tone="late">{texts.inForce}</Tag> : <Tag>{texts.named}</Tag>;
};

export const columns: readonly Column<RelativeView>[] = [
  {
    key: 'staff',
    title: texts.staff,
    width: 200,
    cell: ({ relativeName, post }) => (
      <>
        <span className="strong">{relativeName}</span>
        <div className="quiet small">{post}</div>
      </>
    ),
  },
  { key: 'person', title: texts.person, width: 170, cell: ({ personName, relation }) => `${personName}(${relation})` },
  {
    key: 'case',
    title: texts.case,
    cell: ({ caseId, number, divisionPath }) => (
      <>
        <Link to={`/cases/${caseId}/relatives`}>{number}</Link>
        <div className="quiet small">{divisionPath}</div>
      </>
    ),
  },
  {
    key: 'declared',
    title: texts.declared,
    width: 160,
    cell: ({ declaredAt, declaredBy }) => (
      <>
        {showDate(declaredAt)}
        <div className="quiet small">{declaredBy ?? texts.withApplication}</div>
      </>
    ),
  },
  { key: 'state', title: texts.state, width: 220, cell: (row) => <State row={row} /> },
];
