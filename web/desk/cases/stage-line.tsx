import type { CaseView } from '../../shared/api/types';
import { showDate } from '../../shared/format/dates';
import { TimeLeft } from '../../shared/page/time-left';
import { mainWayOf, stageLabel, stepOf } from './names';
import { texts } from './texts';

/** What the present stage is made of, its limits, and whose turn it is. */
const Here = ({ view }: { readonly view: CaseView }) => (
  <>
    <div className="small">{`${showDate(view.stage.since)}起`}</div>
    {view.deadlines
      .filter(({ owner }) => owner === 'stage')
      .map(({ id, label, dueAt, right }) => (
        <div key={id} className="small">
          {label} <TimeLeft dueAt={dueAt} right={right} short />
        </div>
      ))}
    {view.progress.length > 0 ? (
      <ul className="parts" aria-label={texts.parts}>
        {view.progress.map(({ id, label, done, says }) => (
          <li key={id} className="small">{`${done ? '✓ ' : '○ '}${label} ${says}`}</li>
        ))}
      </ul>
    ) : null}
    {view.holder ? (
      <div className="small">
        {texts.turn}
        {view.holder.roleLabel}
        {view.holder.people.length > 0
          ? `(${view.holder.people.map(({ name }) => name).join('、')})`
          : texts.nobodyThere}
      </div>
    ) : null}
  </>
);

/** When a stage was left last, that is, when the one after it was entered. */
const leftAt = ({ way }: CaseView, stage: string): string | undefined => {
  const at = way.map(({ id }) => stepOf(id)).lastIndexOf(stepOf(stage));
  return at < 0 ? undefined : way[at + 1]?.since;
};

/** Where the case is on its way: what is behind it with dates, what runs here, what comes. */
export const StageLine = ({ view }: { readonly view: CaseView }) => {
  const main = mainWayOf(view.programme);
  const step = stepOf(view.stage.id);
  const at = main.findIndex((stage) => step !== undefined && stepOf(stage) === step);
  const ended = at < 0;
  const passed = main.filter((stage) => view.way.some(({ id }) => stepOf(id) === stepOf(stage)));
  return (
    <section className="stage-line panel" aria-label={texts.stageLine}>
      <h2>{texts.stageLine}</h2>
      <ol>
        {(ended ? passed : main).map((stage, index) => {
          const here = index === at;
          const done = ended || index < at;
          const left = done ? leftAt(view, stage) : undefined;
          return (
            <li
              key={stage}
              className={here ? 'here' : done ? 'done' : ''}
              {...(here ? { 'aria-current': 'step' as const } : {})}
            >
              {here ? view.stage.label : `${done ? '✓ ' : ''}${stageLabel(stage)}`}
              {left ? <div className="small">{`${showDate(left)}${texts.finished}`}</div> : null}
              {here ? <Here view={view} /> : null}
            </li>
          );
        })}
        {ended ? (
          <li className="here" aria-current="step">
            {view.stage.label}
            <Here view={view} />
          </li>
        ) : null}
      </ol>
      {view.provinceStage ? <p className="quiet small">{`${texts.provinceStage}${view.provinceStage}`}</p> : null}
    </section>
  );
};
