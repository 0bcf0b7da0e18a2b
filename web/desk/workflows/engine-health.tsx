import { AsyncView } from '../../shared/states/async-view';
import { useEngine } from './api';
import { texts } from './texts';

export const EngineHealth = () => (
  <section className="panel" aria-label={texts.health}>
    <h2>{texts.health}</h2>
    <AsyncView query={useEngine()} rows={1}>
      {(health) => (
        <dl className="facts-list">
          {Object.entries(health).map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </AsyncView>
  </section>
);
