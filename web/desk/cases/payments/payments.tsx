import { sayMonth } from '../../../../domain/civil-date';
import { Button } from 'antd';
import type { CaseView } from '../../../shared/api/types';
import { showDate } from '../../../shared/format/dates';
import { showYuan } from '../../../shared/format/money';
import { Tag } from '../../../shared/page/tag';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { PlainTable } from '../../../shared/page/plain-table';
import { usePaymentHistory, type MonthView } from './api';
import { Grants } from './grants';
import './payments.css';
import { texts } from './texts';

type Names = ReadonlyMap<string, string>;
const nothing = '0.00';

const NotArrived = ({ one }: { readonly one: MonthView }) => {
  const over = one.undrawn.startsWith('-');
  const words = [
    one.held !== nothing && texts.held(showYuan(one.held)),
    one.failed !== nothing && texts.failed(showYuan(one.failed)),
    one.pending !== nothing && texts.pending(showYuan(one.pending)),
    one.undrawn !== nothing && !over && texts.undrawn(showYuan(one.undrawn)),
    one.elsewhere !== nothing && texts.elsewhere(showYuan(one.elsewhere)),
  ].filter((word) => word !== false);
  return (
    <>
      {words.length === 0 && !over ? '—' : null}
      {words.map((word) => (
        <div key={word}>{word}</div>
      ))}
      {over ? <Tag tone="late">{texts.over(showYuan(one.undrawn.slice(1)))}</Tag> : null}
    </>
  );
};

const signed = (yuan: string): string =>
  yuan.startsWith('-') || yuan === nothing ? showYuan(yuan) : `+${showYuan(yuan)}`;

const Why = ({ one, names }: { readonly one: MonthView; readonly names: Names }) => {
  if (one.reasons.length === 0) return <span className="quiet">{texts.same}</span>;
  return (
    <>
      <div className="strong num">{signed(one.difference)}</div>
      <ul className="payment-why">
        {one.reasons.map((part) => (
          <li key={`${part.reason}${part.personId}`}>
            {`${part.label}${part.personId ? `(${names.get(part.personId) ?? '已迁出成员'})` : ''}`}
            {part.details.length > 0 ? `:${part.details.join('、')}` : ''}
            {part.amount === nothing ? null : <span className="num">{` ${signed(part.amount)}`}</span>}
          </li>
        ))}
      </ul>
    </>
  );
};

const Lines = ({ one }: { readonly one: MonthView }) => (
  <>
    {one.lines.map((line, at) => (
      // Lines have no id on the wire, and a month never changes their order.
      <div key={at} className="small">
        {[
          line.kindLabel,
          showYuan(line.amount),
          line.withheld === nothing ? '' : texts.withheld(showYuan(line.withheld)),
          line.stateLabel,
          line.paidOn && showDate(line.paidOn),
          line.reason,
          line.runMonth === one.month ? '' : texts.runMonth(line.runMonth),
          line.correction > 0 ? texts.correction(line.correction) : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </div>
    ))}
    {one.matchesLedger ? null : <Tag tone="late">{texts.ledger}</Tag>}
  </>
);

const Row = ({ one, names }: { readonly one: MonthView; readonly names: Names }) => (
  <tr>
    <td className="payment-month">
      {sayMonth(one.month)}
      {one.gradualExit ? <div className="quiet small">{texts.exit}</div> : null}
    </td>
    <td className="num">{showYuan(one.entitled)}</td>
    <td className="num">{one.withheld === nothing ? '—' : showYuan(one.withheld)}</td>
    <td className="num strong">{showYuan(one.paid)}</td>
    <td>
      <NotArrived one={one} />
    </td>
    <td>
      <Why one={one} names={names} />
    </td>
    <td>
      <Lines one={one} />
    </td>
  </tr>
);

/** Month by month what was due, what was paid, and why it is not what it was the month before. */
const Payments = ({ view }: { readonly view: CaseView }) => {
  const names = new Map(view.members.map(({ personId, name }) => [personId, name]));
  return (
    <AsyncView query={usePaymentHistory(view.id)}>
      {({ months, grants }) =>
        months.length + grants.length === 0 ? (
          <EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>
        ) : (
          <>
            {months.length === 0 ? null : (
              <PlainTable caption={texts.caption} columns={texts.columns}>
                {months.map((one) => (
                  <Row key={one.month} one={one} names={names} />
                ))}
              </PlainTable>
            )}
            <Grants grants={grants} />
            <div className="form-foot no-print">
              <Button onClick={() => window.print()}>{texts.print}</Button>
            </div>
          </>
        )
      }
    </AsyncView>
  );
};

export default Payments;
