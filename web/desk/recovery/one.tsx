import { Button } from 'antd';
import { Link } from 'react-router';
import { sayMonth } from '../../../domain/civil-date';
import { showDate, showInstant } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { PlainTable } from '../../shared/page/plain-table';
import { useRecovery, type RecoveryView } from './api';
import { AgreedPlans } from './plans';
import { Steps } from './steps';
import { texts } from './texts';

const { one: words } = texts;

const Facts = ({ view }: { readonly view: RecoveryView }) => (
  <dl className="recovery-facts">
    <dt>{words.facts.state}</dt>
    <dd>
      <Tag tone="accent">{view.stateLabel}</Tag> {view.todo}
    </dd>
    <dt>{words.facts.cause}</dt>
    <dd>{view.causeLabel}</dd>
    <dt>{words.facts.fault}</dt>
    <dd>{view.faultLabel ?? words.unknown}</dd>
    <dt>{words.facts.opened}</dt>
    <dd>{showDate(view.openedOn)}</dd>
    <dt>{texts.balance}</dt>
    <dd className="strong sum">
      {`${showYuan(view.overpaid)} = ${showYuan(view.recovered)} + ${showYuan(view.writtenOff)} + ${showYuan(view.outstanding)}`}
    </dd>
  </dl>
);

/** Month by month what was to be withheld, what the list withholds, and what of it has come back. */
const WithheldMonths = ({ months }: { readonly months: RecoveryView['withheld'] }) => (
  <section aria-label={words.withheld}>
    <h2>{words.withheld}</h2>
    <p className="quiet">{words.withheldHint}</p>
    {months.length === 0 ? (
      <p className="quiet">{words.nothingWithheld}</p>
    ) : (
      <PlainTable caption={words.withheld} columns={words.withheldColumns}>
        {months.map((one, at) => (
          // A month can stand here twice: a line that failed, and the one in its place.
          <tr key={at}>
            <td>{sayMonth(one.month)}</td>
            <td className="num">{showYuan(one.amount)}</td>
            <td className="num">{showYuan(one.planned)}</td>
            <td className="num">{showYuan(one.withheld)}</td>
            <td className="num strong">{showYuan(one.booked)}</td>
            <td>{one.stateLabel}</td>
          </tr>
        ))}
      </PlainTable>
    )}
  </section>
);

const Money = ({ view }: { readonly view: RecoveryView }) => (
  <>
    <h2>{words.months}</h2>
    <PlainTable caption={words.months} columns={words.monthColumns}>
      {view.months.map((one) => (
        <tr key={`${one.month}${one.paid}${one.amount}`}>
          <td>
            {sayMonth(one.month)}
            {one.byBank ? <div className="quiet small">{words.byBank}</div> : null}
          </td>
          <td className="num">{showYuan(one.paid)}</td>
          <td className="num">{showYuan(one.due)}</td>
          <td className="num strong">{showYuan(one.amount)}</td>
        </tr>
      ))}
    </PlainTable>
    <AgreedPlans {...view} />
    {[view.plan, ...view.formerPlans].some((plan) => plan?.deduction) ? (
      <WithheldMonths months={view.withheld} />
    ) : null}
    <h2>{words.entries}</h2>
    {view.entries.length === 0 ? (
      <p className="quiet">{words.noEntries}</p>
    ) : (
      <PlainTable caption={words.entries} columns={words.entryColumns}>
        {view.entries.map((entry, at) => (
          // Entries have no id on the wire, and none is ever taken away.
          <tr key={at}>
            <td>{showDate(entry.on)}</td>
            <td>{entry.label}</td>
            <td className="num">{showYuan(entry.amount)}</td>
          </tr>
        ))}
      </PlainTable>
    )}
  </>
);

const Events = ({ events }: Pick<RecoveryView, 'events'>) => (
  <section aria-label={words.events}>
    <h2>{words.events}</h2>
    <ol>
      {events.map((event) => (
        <li key={event.at + event.says}>
          {`${showInstant(event.at)} ${event.who} ${event.says} → ${event.stateLabel}`}
          {event.note ? <span className="quiet">{` ${event.note}`}</span> : null}
        </li>
      ))}
    </ol>
  </section>
);

/** One recovery, whole. */
export const OneRecovery = ({ recoveryId }: { readonly recoveryId: string }) => {
  const query = useRecovery(recoveryId);
  const title = query.data ? words.titleOf(query.data.applicantName) : words.loading;
  return (
    <Page
      title={title}
      crumbs={[{ label: texts.title, to: '/recovery' }, { label: query.data?.applicantName ?? words.loading }]}
    >
      <AsyncView query={query}>
        {(view) => (
          <div className="recovery">
            <Facts view={view} />
            <Steps view={view} />
            <Money view={view} />
            <Events events={view.events} />
            <div className="form-foot no-print">
              <Button onClick={() => window.print()}>{words.print}</Button>
              <Link to={`/cases/${view.caseId}`}>{words.case}</Link>
            </div>
          </div>
        )}
      </AsyncView>
    </Page>
  );
};
