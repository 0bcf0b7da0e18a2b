import { PlainForm } from '../../shared/plain-form/plain-form';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import '../notices/notices.css';
import { PaperList } from '../notices/paper-list';
import { useMe } from '../session/api';
import { listPdf, usePaymentList } from './api';
import { texts } from './texts';

const { lists: words } = texts;
const TOWNSHIP_DIGITS = 9;

const List = ({ division, month }: { readonly division: string; readonly month: string }) => (
  <PaperList
    query={usePaymentList(division, month)}
    title={words.titleOf(month)}
    pdf={listPdf(division, month)}
    empty={words.empty}
    emptyHint={words.emptyHint}
  />
);

export const ListsTab = () => {
  const { current } = useMe();
  const [{ division, month }, set] = useUrlFilters(['division', 'month']);
  const place = division || (current.division.length >= TOWNSHIP_DIGITS ? current.division : '');
  return (
    <>
      <section className="panel no-print">
        <p className="quiet small">{words.hint}</p>
        <PlainForm
          id="payment-list"
          keep
          fields={[
            {
              name: 'division',
              label: words.place,
              type: 'place',
              required: true,
              root: current.division,
              deepest: 12,
            },
            { name: 'month', label: words.month, type: 'text', required: true, hint: '年-月,例如 2022-09' },
          ]}
          initial={{ division: place, month }}
          submit={words.submit}
          send={async (values) => set({ division: values['division'] ?? '', month: values['month'] ?? '' })}
        />
      </section>
      {place.length >= TOWNSHIP_DIGITS && month ? (
        <List division={place} month={month} />
      ) : (
        <EmptyState title={words.choose} />
      )}
    </>
  );
};
