import { App } from 'antd';
import { Link } from 'react-router';
import { showDate } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay, useMe } from '../session/api';
import { useStartUplift, useUplifts, type UpliftView } from './api';
import { texts } from './texts';
import { tones } from './tones';
import './uplift.css';

const { list: words, start } = texts;

const StartForm = () => {
  const { division } = useMe().current;
  const send = useStartUplift();
  const { message } = App.useApp();
  return (
    <section className="panel no-print">
      <h2>{start.title}</h2>
      <PlainForm
        id="uplift-start"
        fields={[
          { name: 'division', label: start.place, type: 'place', required: true, root: division, deepest: 6 },
          { name: 'from', label: start.from, type: 'date', required: true },
        ]}
        initial={{ division }}
        submit={start.submit}
        send={send}
        done={() => void message.success(start.started)}
      />
    </section>
  );
};

const Row = ({ one }: { readonly one: UpliftView }) => (
  <tr>
    <td>
      <Link to={`/uplift/${one.id}`} aria-label={words.open(one.divisionName, showDate(one.from))}>
        {one.divisionName}
      </Link>
    </td>
    <td>{showDate(one.from)}</td>
    <td>
      <Tag tone={tones[one.state]}>{one.stateLabel}</Tag>
      {one.note ? <div className="small">{one.note}</div> : null}
    </td>
    <td className="num">{words.reckoned(one.reckoned, one.total)}</td>
    <td>{one.applied > 0 ? words.applied(one.applied, showYuan(one.appliedMonthly)) : '—'}</td>
  </tr>
);

const UpliftsPage = () => {
  const mayStart = useMay('uplift.prepare');
  return (
    <Page title={texts.title}>
      <p className="quiet">{texts.hint}</p>
      <AsyncView query={useUplifts()}>
        {(uplifts) =>
          uplifts.length === 0 ? (
            <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
          ) : (
            <PlainTable caption={words.caption} columns={words.columns}>
              {uplifts.map((one) => (
                <Row key={one.id} one={one} />
              ))}
            </PlainTable>
          )
        }
      </AsyncView>
      {mayStart ? <StartForm /> : null}
    </Page>
  );
};

export { UpliftsPage as Component };
