import { sayMonth } from '../../../domain/civil-date';
import { Link, useNavigate } from 'react-router';
import { oneOf } from '../../shared/api/client';
import { showYuan } from '../../shared/format/money';
import { Tag } from '../../shared/page/tag';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { useChange } from '../../shared/plain-form/use-change';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay, useMe } from '../session/api';
import { KEY, propose, useDisclosures, type SummaryView } from './api';
import { texts } from './texts';

const { propose: form, list: words } = texts;
const items = Object.entries(form.items).map(([value, label]) => ({ value, label }));

const ProposeForm = () => {
  const { current } = useMe();
  const change = useChange([KEY]);
  const navigate = useNavigate();
  return (
    <section className="panel no-print" aria-label={form.title}>
      <h2>{form.title}</h2>
      <p className="quiet small">{form.hint}</p>
      <PlainForm
        id="disclosure"
        fields={[
          { name: 'month', label: form.month, type: 'text', required: true, hint: '年-月,例如 2022-09' },
          { name: 'item', label: form.item, type: 'choice', required: true, options: items },
          { name: 'reason', label: form.reason, type: 'text' },
        ]}
        initial={{ item: 'benefit' }}
        submit={form.submit}
        send={async ({ month = '', item = '', reason }) => {
          const asked = {
            county: current.division.slice(0, 6),
            month,
            item: oneOf(['benefit', 'priceLinkage', 'oneOff'], item) ?? 'benefit',
            ...(reason && { reason }),
          };
          const made = await change(asked, (key) => propose(key, asked));
          void navigate(`/disclosure?id=${made.id}`);
        }}
      />
    </section>
  );
};

const Row = ({ one }: { readonly one: SummaryView }) => (
  <tr>
    <td>
      <Link to={`/disclosure?id=${one.id}`} aria-label={words.open(one.month, one.version)}>
        {sayMonth(one.month)}
      </Link>
    </td>
    <td>{one.itemLabel}</td>
    <td>{words.version(one.version)}</td>
    <td>
      <Tag tone={texts.tones[one.state]}>{one.stateLabel}</Tag>
      {one.reason ? <div className="quiet small">{one.reason}</div> : null}
    </td>
    <td className="num">{one.total.households}</td>
    <td className="num">{one.total.personTimes}</td>
    <td className="num">{showYuan(one.total.amount)}</td>
    <td className="num">{showYuan(one.total.yearAmount)}</td>
  </tr>
);

export const TablesTab = () => (
  <>
    {useMay('disclosure.propose') ? <ProposeForm /> : null}
    <AsyncView query={useDisclosures()}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
        ) : (
          <PlainTable caption={words.caption} columns={words.columns}>
            {rows.map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </PlainTable>
        )
      }
    </AsyncView>
  </>
);
