import type { CaseView, DeadlineView } from '../../../shared/api/types';
import { showDate, dueDate } from '../../../shared/format/dates';
import { showYuan } from '../../../shared/format/money';
import { TimeLeft } from '../../../shared/page/time-left';
import { programmeLabel } from '../names';
import { Prints } from '../prints/prints';
import { texts } from '../texts';
import { Related } from './related';

const Deadline = ({ limit }: { readonly limit: DeadlineView }) => (
  <div className="deadline">
    <div>
      <span className="strong">{limit.label}</span>{' '}
      {limit.dueAt ? (
        <TimeLeft dueAt={limit.dueAt} right={limit.right} />
      ) : (
        <span className="time-soon">{texts.unpublished}</span>
      )}
      {limit.promisedAt ? (
        <span className="quiet">{` ${texts.promised}${showDate(dueDate(limit.promisedAt))}前`}</span>
      ) : null}
    </div>
    <div className="small quiet">{limit.explanation}</div>
    {limit.waitingFor ? <div className="small">{limit.waitingFor}</div> : null}
  </div>
);

const pairs = (view: CaseView): readonly (readonly [string, string | undefined])[] => [
  [texts.facts.programme, programmeLabel(view.programme)],
  [texts.facts.place, view.divisionPath],
  [texts.facts.area, texts.area[view.area]],
  [texts.facts.authority, texts.authority[view.authority]],
  [texts.facts.scope, texts.scope[view.beneficiaryScope]],
  [texts.facts.monthly, view.monthly === '0.00' ? undefined : showYuan(view.monthly)],
  [texts.facts.forced, view.forcedVisit.map((why) => texts.forced[why] ?? why).join('、') || undefined],
  [texts.facts.submitted, showDate(view.submittedAt)],
  [texts.facts.accepted, view.acceptedOn ? showDate(view.acceptedOn) : undefined],
  [texts.facts.decided, view.decidedOn ? showDate(view.decidedOn) : undefined],
];

export const Overview = ({ view }: { readonly view: CaseView }) => {
  return (
    <>
      {view.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      <dl className="facts-list gap">
        {pairs(view).map(([label, value]) =>
          value === undefined ? null : (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <h2>{texts.limits}</h2>
      {view.deadlines.length === 0 ? (
        <p className="quiet">{texts.noLimits}</p>
      ) : (
        view.deadlines.map((limit) => <Deadline key={limit.id} limit={limit} />)
      )}
      <Related caseId={view.id} />
      <Prints view={view} />
    </>
  );
};
