import { Link } from 'react-router';
import { showDate } from '../../../shared/format/dates';
import { AsyncView } from '../../../shared/states/async-view';
import { useRelatedCases } from '../api';

const texts = {
  title: '相关案件',
  none: '没有看到相关案件。',
} as const;

/** Cases of the same household or person, what this one follows from. */
export const Related = ({ caseId }: { readonly caseId: string }) => (
  <section aria-label={texts.title}>
    <h2>{texts.title}</h2>
    <AsyncView query={useRelatedCases(caseId)} rows={1}>
      {(cases) =>
        cases.length === 0 ? (
          <p className="quiet">{texts.none}</p>
        ) : (
          <ul>
            {cases.map((one) => (
              <li key={one.id}>
                <Link to={`/cases/${one.id}`}>{`${one.programmeLabel} ${one.number} ${one.applicantName}`}</Link>
                <span className="quiet">{` ${one.stageLabel} · ${showDate(one.submittedAt)}提交 · ${one.because.join('、')}`}</span>
              </li>
            ))}
          </ul>
        )
      }
    </AsyncView>
  </section>
);
