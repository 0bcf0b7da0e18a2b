import { useState } from 'react';
import { oneOf } from '../../../shared/api/client';
import type { CaseView, TimelineEvent } from '../../../shared/api/types';
import { showInstant } from '../../../shared/format/dates';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useUrlFilters } from '../../../shared/url-filters';
import { useLetters, useTimeline } from '../api';
import { EventDetail } from './event-detail';

const texts = {
  empty: '还没有过程记录',
  nothing: '没有这一类的记录',
  list: '办理过程',
  show: '只看',
  system: '系统自动',
  recordedLater: (at: string) => `(${at}记入系统)`,
  kinds: { all: '全部', people: '人员办理', system: '系统自动', letters: '文书' },
} as const;

type Kind = keyof typeof texts.kinds;
const kinds = Object.keys(texts.kinds) as Kind[];

type Shown = (event: TimelineEvent, letters: ReadonlySet<number>) => boolean;

/** The engine takes the first step in the name of who filed the application. */
const bySystem = ({ who }: TimelineEvent): boolean => who.role === 'system' && who.name === null;

const shows: Readonly<Record<Kind, Shown>> = {
  all: () => true,
  people: (event) => !bySystem(event),
  system: bySystem,
  letters: ({ sequence, action }, letters) => letters.has(sequence) || action === 'recordDelivery',
};

/** Written down later than it happened by more than this: both are told. */
const LATER_MS = 86_400_000;

const sayWho = (event: TimelineEvent): string => {
  const { name, role, roleLabel } = event.who;
  if (bySystem(event)) return texts.system;
  return role === 'system' ? (name ?? roleLabel) : name ? `${name}(${roleLabel})` : roleLabel;
};

const Row = ({ caseId, event }: { readonly caseId: string; readonly event: TimelineEvent }) => {
  const [open, setOpen] = useState(false);
  const late = Date.parse(event.recordedAt) - Date.parse(event.at) > LATER_MS;
  return (
    <li>
      <span className="quiet small">
        {showInstant(event.at)}
        {late ? <div>{texts.recordedLater(showInstant(event.recordedAt))}</div> : null}
      </span>
      <div>
        {event.hasInput ? (
          <button type="button" className="link event" aria-expanded={open} onClick={() => setOpen(!open)}>
            {event.sentence}
          </button>
        ) : (
          event.sentence
        )}
        <span className="quiet small">{` ${sayWho(event)}`}</span>
        {open ? <EventDetail caseId={caseId} sequence={event.sequence} /> : null}
      </div>
    </li>
  );
};

const Timeline = ({ view }: { readonly view: CaseView }) => {
  const [{ only }, set] = useUrlFilters(['only']);
  const kind = oneOf(kinds, only) ?? 'all';
  const { data: letters = [] } = useLetters(view.id);
  const written = new Set(letters.map(({ sequence }) => sequence));
  return (
    <AsyncView query={useTimeline(view.id)}>
      {(events) => {
        if (events.length === 0) return <EmptyState title={texts.empty} />;
        const shown = events.filter((event) => shows[kind](event, written)).sort((a, b) => b.sequence - a.sequence);
        return (
          <>
            <div className="filters" role="group" aria-label={texts.show}>
              {kinds.map((one) => (
                <button
                  key={one}
                  type="button"
                  className="chip"
                  aria-pressed={one === kind}
                  onClick={() => set({ only: one === 'all' ? '' : one })}
                >
                  {texts.kinds[one]}
                </button>
              ))}
            </div>
            {shown.length === 0 ? <p className="quiet">{texts.nothing}</p> : null}
            <ol className="timeline" aria-label={texts.list}>
              {shown.map((event) => (
                <Row key={event.sequence} caseId={view.id} event={event} />
              ))}
            </ol>
          </>
        );
      }}
    </AsyncView>
  );
};

export default Timeline;
