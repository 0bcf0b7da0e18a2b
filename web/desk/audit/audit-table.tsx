import { Button } from 'antd';
import type { AuditRow } from '../../shared/api/types';
import { showInstant } from '../../shared/format/dates';
import { Tag } from '../../shared/page/tag';
import { texts } from './texts';

const Row = ({ row }: { readonly row: AuditRow }) => (
  <tr>
    <td>{showInstant(row.at)}</td>
    <td>
      <span className="strong">{row.staffName ?? texts.nobody}</span>
      <div className="quiet small">{[row.divisionName, row.roleLabel].filter(Boolean).join(' ')}</div>
    </td>
    <td title={row.operation}>{row.summary}</td>
    <td>
      {row.caseNumber ?? ''}
      {row.persons > 0 ? <div className="quiet small">{texts.persons(row.persons)}</div> : null}
    </td>
    <td>{row.outcome < 400 ? texts.done : <Tag tone="late">{texts.refused}</Tag>}</td>
    <td>{row.sealed ? <Tag tone="good">{texts.sealed}</Tag> : <Tag>{texts.waiting}</Tag>}</td>
  </tr>
);

const titles = [texts.at, texts.who, texts.what, texts.target, texts.outcome, texts.seal];

export const AuditTable = ({
  rows,
  more,
  loading,
}: {
  readonly rows: readonly AuditRow[];
  readonly more: (() => void) | undefined;
  readonly loading: boolean;
}) => (
  <div className="table-wrap">
    <table className="case-table plain-table" aria-label={texts.title}>
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </tbody>
    </table>
    {more ? (
      <div className="table-foot">
        <Button onClick={more} loading={loading}>
          再显示一页
        </Button>
      </div>
    ) : null}
  </div>
);
