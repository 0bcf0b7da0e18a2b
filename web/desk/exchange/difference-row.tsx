import { Button } from 'antd';
import { Link } from 'react-router';
import { showYuan } from '../../shared/format/money';
import { Tag } from '../../shared/page/tag';
import { programmeLabel } from '../cases/names';
import type { DifferenceView } from './api';
import { texts } from './texts';

const { differences: words } = texts;

type Side = DifferenceView['ours'];

const sayClass = (word: string | undefined): string => (word ? `${word}类` : '');

const SideCell = ({ side }: { readonly side: Side }) =>
  side === null ? (
    <td className="quiet">{words.none}</td>
  ) : (
    <td>
      {[
        side.programme ? programmeLabel(side.programme) : '',
        sayClass(side.class),
        showYuan(side.amount),
        side.dates ?? '',
      ]
        .filter((word) => word !== '' && word !== '—')
        .join(' ')}
    </td>
  );

interface Props {
  readonly one: DifferenceView;
  readonly may: boolean;
  readonly settle: () => void;
}

/** One person or standard on which the two systems differ, both sides beside each other. */
export const DifferenceRow = ({ one, may, settle }: Props) => (
  <tr>
    <td>{one.townshipName ?? one.countyName}</td>
    <td>
      {one.caseId ? <Link to={`/cases/${one.caseId}`}>{one.title}</Link> : one.title}
      <div className="quiet small">{one.idNumber}</div>
    </td>
    <td>
      {one.differences.map(({ kind, label }) => (
        <Tag key={kind}>{label}</Tag>
      ))}
    </td>
    <SideCell side={one.ours} />
    <SideCell side={one.theirs} />
    <td>
      {one.decisionLabel ? (
        <>
          {one.decisionLabel}
          <div className="quiet small">{one.note}</div>
        </>
      ) : null}
      {one.state === 'open' && may ? (
        <Button size="small" aria-label={`${words.settle}:${one.title}`} onClick={settle}>
          {words.settle}
        </Button>
      ) : null}
      {one.state === 'open' && !may ? <Tag tone="late">{one.stateLabel}</Tag> : null}
    </td>
  </tr>
);
