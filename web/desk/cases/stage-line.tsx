import type { CaseView } from '../../shared/api/types';
import { showDate } from '../../shared/format/dates';
import { TimeLeft } from '../../shared/page/time-left';
import { mainWay, stageLabel, stepOf } from './names';
import { texts } from './texts';

/** Where the case is on its way, with the countdown of what runs in this stage. */
export const StageLine = ({ view }: { readonly view: CaseView }) => {
  const at = stepOf(view.stage.id) ?? -1;
  const ended = at < 0;
  const running = view.deadlines.filter(({ owner }) => owner === 'stage');
  return (
    <section className="stage-line panel" aria-label={texts.stageLine}>
      <h2>{texts.stageLine}</h2>
      <ol>
        {(ended ? [] : mainWay).map((stage, index) => {
          const here = index === at;
          return (
            <li
              key={stage}
              className={here ? 'here' : index < at ? 'done' : ''}
              {...(here ? { 'aria-current': 'step' as const } : {})}
            >
              {here ? view.stage.label : stageLabel(stage)}
              {here ? <div className="small">{`${showDate(view.stage.since)}起`}</div> : null}
              {here
                ? running.map(({ id, label, dueAt }) => (
                    <div key={id} className="small">
                      {label} <TimeLeft dueAt={dueAt} short />
                    </div>
                  ))
                : null}
            </li>
          );
        })}
        {ended ? (
          <li className="here" aria-current="step">
            {view.stage.label}
            <div className="small">{`${showDate(view.stage.since)}起`}</div>
          </li>
        ) : null}
      </ol>
      {view.provinceStage ? <p className="quiet small">{`${texts.provinceStage}${view.provinceStage}`}</p> : null}
    </section>
  );
};
