import { Button, Checkbox } from 'antd';
import { Link } from 'react-router';
import { showInstant } from '../../../shared/format/dates';
import { Tag } from '../../../shared/page/tag';
import type { WaitingView } from './api';
import { texts } from './texts';

const { batch: words, beside } = texts;

/** Where the focus goes back to. */
export const idOfOpener = (accountId: string): string => `evidence-${accountId}`;

interface Props {
  readonly row: WaitingView;
  readonly own: boolean;
  readonly opened: boolean;
  readonly seen: boolean;
  readonly chosen: boolean;
  readonly choose: () => void;
  readonly open: () => void;
}

export const WaitingRow = ({ row, own, opened, seen, chosen, choose, open }: Props) => (
  <tr className={opened ? 'opened' : ''}>
    <td>
      <Checkbox
        aria-label={words.choose(row.applicantName, row.number)}
        checked={chosen}
        disabled={own}
        onChange={choose}
      />
    </td>
    <td>
      <Link to={`/cases/${row.caseId}?tab=accounts`}>{`${row.applicantName} ${row.caseNumber}`}</Link>
    </td>
    <td>{`${row.bankLabel} ${row.number}`}</td>
    <td>{row.holderName}</td>
    <td className="small">
      {texts.maker(row.makerName ?? '', showInstant(row.createdAt))}
      {own ? <div className="quiet">{texts.own}</div> : null}
    </td>
    <td className="no-print">
      <Button
        id={idOfOpener(row.id)}
        size="small"
        aria-expanded={opened}
        aria-label={`${beside.open}:${row.applicantName} ${row.number}`}
        onClick={open}
      >
        {beside.open}
      </Button>{' '}
      {seen ? <Tag tone="good">{beside.seen}</Tag> : null}
    </td>
  </tr>
);
