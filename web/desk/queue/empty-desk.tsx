import { Link, useSearchParams } from 'react-router';
import { dueDate, showDate } from '../../shared/format/dates';
import { EmptyState } from '../../shared/states/states';
import { useQueue, useWaiting, type QueueFilters } from './api';
import { comingWeek } from './coming-week';
import { texts } from './texts';

/** Nothing to do here: says so kindly, and what comes within a week. */
export const EmptyDesk = ({ view, filter, stage }: QueueFilters) => {
  const [, setSearch] = useSearchParams();
  const work = useQueue({ view, filter: '', stage: '' });
  const waiting = useWaiting(view);
  const coming = comingWeek(
    work.data?.pages.flatMap(({ items }) => items) ?? [],
    waiting.data?.pages.flatMap(({ items }) => items) ?? [],
  );
  const known = work.data !== undefined && waiting.data !== undefined;
  return (
    <EmptyState title={texts.emptyFiltered[filter] ?? texts.empty}>
      <p>{texts.emptyHint}</p>
      {coming.length > 0 ? (
        <section aria-label={texts.nextWeek} className="coming">
          <h2>{texts.nextWeek}</h2>
          <ul>
            {coming.map(({ id, caseId, until, applicantName, sentence }) => (
              <li key={id}>
                {`${showDate(dueDate(until))} `}
                <Link to={`/cases/${caseId}`}>{applicantName}</Link>
                {` ${sentence}`}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {known && coming.length === 0 ? <p>{texts.nothingNextWeek}</p> : null}
      {filter !== '' || stage !== '' ? (
        <button type="button" className="link" onClick={() => setSearch({ view })}>
          {texts.showAll}
        </button>
      ) : null}
    </EmptyState>
  );
};
