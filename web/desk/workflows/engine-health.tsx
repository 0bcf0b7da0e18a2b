import { AsyncView } from '../../shared/states/async-view';
import { useEngine } from './api';
import { texts } from './texts';
import './workflows.css';

/** The engine, its workers and what waits, in one line. */
export const EngineHealth = () => (
  <section className="panel" aria-label={texts.health}>
    <AsyncView query={useEngine()} rows={1}>
      {({ reachable, workers, queues, notStarted, notStepped, commandsWaiting }) => {
        const backlog = queues.reduce((sum, queue) => sum + queue.backlog, 0);
        return (
          <p className="health">
            <span className={reachable ? 'strong' : 'time-late'}>
              {reachable ? texts.reachable : texts.unreachable}
            </span>
            <span className={workers === 0 ? 'time-late' : ''}>{texts.workers(workers)}</span>
            <span>{texts.backlog(backlog)}</span>
            <span className={notStarted + notStepped > 0 ? 'time-soon' : ''}>
              {texts.notStarted(notStarted + notStepped)}
            </span>
            <span>{texts.commands(commandsWaiting)}</span>
          </p>
        );
      }}
    </AsyncView>
  </section>
);
