import { Link } from 'react-router';
import { showDate, showInstant } from '../../shared/format/dates';
import { DivisionName } from '../../shared/page/division-name';
import { AsyncView } from '../../shared/states/async-view';
import { useMay } from '../session/api';
import { useWaits } from './api';
import { texts } from './texts';

/** Cases without a due date because a year is not published, and how many were reckoned when one was. */
export const WaitsPanel = () => {
  const engine = useMay('workflow.read');
  return (
    <section className="panel" aria-label={texts.waits}>
      <h2>{texts.waits}</h2>
      <AsyncView query={useWaits()} rows={2}>
        {({ cases, limits, reckoned, lastReckoned, items }) => (
          <>
            <p className={cases > 0 ? 'time-soon' : ''}>{cases > 0 ? texts.waiting(cases, limits) : texts.noWaits}</p>
            <p className="quiet">
              {reckoned > 0 ? texts.reckoned(reckoned, showInstant(lastReckoned)) : texts.notReckoned}
            </p>
            <ul>
              {items.map(({ caseId, number, division, since, limits: count }) => (
                <li key={caseId}>
                  <Link to={engine ? `/admin/workflows/${caseId}` : `/cases/${caseId}`}>{number}</Link>{' '}
                  <DivisionName code={division} /> {texts.since(showDate(since), count)}
                </li>
              ))}
            </ul>
          </>
        )}
      </AsyncView>
    </section>
  );
};
