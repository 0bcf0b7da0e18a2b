import { Link } from 'react-router';
import { PlainTable } from '../../../shared/page/plain-table';
import type { ImportRowView } from './api';
import { texts } from './texts';

const { batch: words } = texts;

/** What became of lines of a file; of card numbers the last four digits. */
export const ImportRows = ({ rows }: { readonly rows: readonly ImportRowView[] }) => (
  <PlainTable caption={words.lines} columns={words.lineColumns}>
    {rows.map(({ line, outcome, field, message, caseId, holderName, number }) => (
      <tr key={`${line}${field}`}>
        <td className="num">{line}</td>
        <td>
          {caseId ? <Link to={`/cases/${caseId}?tab=accounts`}>{holderName || words.noName}</Link> : holderName || '—'}
        </td>
        <td className="num">{number || '—'}</td>
        <td>{words.outcomes[outcome]}</td>
        <td>{field || '—'}</td>
        <td>{message}</td>
      </tr>
    ))}
  </PlainTable>
);
