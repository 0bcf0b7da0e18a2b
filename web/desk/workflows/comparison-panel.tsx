import { AsyncView } from '../../shared/states/async-view';
import { useComparison, type Comparison } from './api';
import { texts } from './texts';

type Difference = Comparison['differences'][number];

const say = (difference: Difference): string => {
  if (typeof difference === 'string') return difference;
  if (difference.says) return difference.says;
  const engine = difference.engine ?? difference.workflow;
  return `${difference.path ?? difference.field ?? ''}:数据库 ${JSON.stringify(difference.database)},引擎 ${JSON.stringify(engine)}`;
};

export const ComparisonPanel = ({ caseId }: { readonly caseId: string }) => (
  <section className="panel">
    <h2>{texts.comparison}</h2>
    <AsyncView query={useComparison(caseId)} rows={1}>
      {({ same, differences }) =>
        same ? (
          <p>{texts.same}</p>
        ) : (
          <>
            <p className="time-late">{texts.differs}</p>
            <ul>
              {differences.map((difference, index) => (
                <li key={index}>{say(difference)}</li>
              ))}
            </ul>
          </>
        )
      }
    </AsyncView>
  </section>
);
