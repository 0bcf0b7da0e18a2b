import { AsyncView } from '../../shared/states/async-view';
import { useComparison } from './api';
import { texts } from './texts';

const shown = (value: unknown): string => (value === null || value === undefined ? '没有' : JSON.stringify(value));

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
            <dl>
              {differences.map(({ field, database, workflow }) => (
                <div key={field} className="deadline">
                  <dt className="strong">{texts.fields[field] ?? field}</dt>
                  <dd className="break">{`${texts.database}${shown(database)}`}</dd>
                  <dd className="break">{`${texts.engine}${shown(workflow)}`}</dd>
                </div>
              ))}
            </dl>
          </>
        )
      }
    </AsyncView>
  </section>
);
