import { sayMonth } from '../../../domain/civil-date';
import { Button } from 'antd';
import { showDate, today } from '../../shared/format/dates';
import { Tag } from '../../shared/page/tag';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { useMay, useMe } from '../session/api';
import { useRecordPaid, type MonthView } from './api';
import { DecideButtons } from './decide-buttons';
import { texts } from './texts';

const { months: words } = texts;

const tones: Readonly<Partial<Record<MonthView['state'], 'accent' | 'late' | 'good'>>> = {
  waiting: 'late',
  started: 'accent',
  paid: 'good',
};

const Limit = ({ row }: { readonly row: MonthView }) => {
  if (!row.deadline) return <>—</>;
  if (row.deadline.due === null) return <span className="quiet">{words.noCalendar}</span>;
  return (
    <>
      {showDate(row.deadline.due)}
      {row.daysLate > 0 ? <div className="time time-late">{words.late(row.daysLate)}</div> : null}
      {row.daysLate === 0 && row.daysLeft !== null ? (
        <div className="time time-soon">{words.left(row.daysLeft)}</div>
      ) : null}
    </>
  );
};

interface Props {
  readonly row: MonthView;
  readonly propose: () => void;
  readonly recipients: () => void;
}

const Next = ({ row, propose, recipients }: Props) => {
  const mayStart = useMay('priceLinkage.start');
  const { current } = useMe();
  const paid = useRecordPaid();
  const { send } = useToldSending();
  const { start } = row;
  const what = `${row.areaName} ${sayMonth(row.month)}`;
  if (start?.state === 'proposed')
    return (
      <>
        <div className="small">{words.waitsForCheck(start.orderNumber)}</div>
        <DecideButtons
          entry="start"
          permission="priceLinkage.start"
          id={start.id}
          makerId={start.makerId}
          division={start.division}
          state="proposed"
          what={what}
        />
      </>
    );
  if (row.state === 'waiting')
    return mayStart ? (
      <Button size="small" type="primary" aria-label={`${words.propose}:${what}`} onClick={propose}>
        {words.propose}
      </Button>
    ) : (
      <span className="quiet">{words.waitsForOffice}</span>
    );
  if (!start) return <>—</>;
  const record = (): void => void send(() => paid.mutateAsync({ startId: start.id, paidOn: today() }), words.paidSaved);
  const own = mayStart && start.division.startsWith(current.division);
  return (
    <>
      <div className="small quiet">{words.order(start.orderNumber)}</div>
      <div className="form-foot">
        <Button size="small" aria-label={`${words.recipients}:${what}`} onClick={recipients}>
          {words.recipients}
        </Button>
        {own && row.state === 'started' ? (
          <Button size="small" aria-label={`${words.paid}:${what}`} loading={paid.isPending} onClick={record}>
            {words.paid}
          </Button>
        ) : null}
      </div>
    </>
  );
};

export const MonthRow = (props: Props) => {
  const { row } = props;
  return (
    <tr>
      <td>{sayMonth(row.month)}</td>
      <td>{row.areaName}</td>
      <td>
        {row.indices ? (
          <>
            <div>{words.cpi(row.indices.cpi)}</div>
            {row.indices.foodCpi === null ? null : <div>{words.foodCpi(row.indices.foodCpi)}</div>}
            {row.indices.scpi === null ? null : <div>{words.scpi(row.indices.scpi)}</div>}
          </>
        ) : (
          <span className="quiet">{words.noIndex}</span>
        )}
      </td>
      <td>
        <Tag tone={tones[row.state] ?? 'plain'}>{row.stateLabel}</Tag>
        {row.conditions.length > 0 ? (
          <details className="small">
            <summary>{words.why}</summary>
            <ul>
              {row.conditions.map(({ index, says, clause }) => (
                <li key={index}>{`${says}(${clause})`}</li>
              ))}
            </ul>
          </details>
        ) : null}
      </td>
      <td>
        <Limit row={row} />
      </td>
      <td>
        <Next {...props} />
      </td>
    </tr>
  );
};
