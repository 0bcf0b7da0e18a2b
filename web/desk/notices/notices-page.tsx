import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { MoreButton } from '../../shared/page/more-button';
import { oneOf } from '../../shared/api/client';
import { Page } from '../../shared/page/page';
import { Segments } from '../../shared/page/segments';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { useMe } from '../session/api';
import { states, useNoticeCounts, useNotices, type NoticeItem } from './api';
import './notices.css';
import type { RecordKind } from './record';
import { RecordPanel } from './record-panel';
import { texts } from './texts';
import { recordable, VillageTable } from './village-table';

/** Who hangs notices up and takes them down (lifecycle: recordPosting). */
const recorders: readonly string[] = ['townshipClerk', 'villageAssistant'];

const byVillage = (items: readonly NoticeItem[]): readonly (readonly NoticeItem[])[] =>
  [...new Set(items.map(({ division }) => division))].map((division) =>
    items.filter((item) => item.division === division),
  );

const useChosen = () => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (caseIds: readonly string[], on: boolean): void =>
    setChosen((before) => {
      const next = new Set(before);
      for (const caseId of caseIds) {
        if (on) next.add(caseId);
        else next.delete(caseId);
      }
      return next;
    });
  return { chosen, choose, clear: () => setChosen(new Set()) };
};

interface Recording {
  readonly kind: RecordKind;
  readonly items: readonly NoticeItem[];
}

const Chosen = ({
  items,
  start,
}: {
  readonly items: readonly NoticeItem[];
  readonly start: (recording: Recording) => void;
}) => {
  if (items.length === 0) return null;
  return (
    <div className="filters chosen" role="status">
      <span>{texts.record.chosen(items.length)}</span>
      {(['posting', 'endPhoto'] as const).map((kind) => {
        const fitting = items.filter((item) => recordable(item) === kind);
        return fitting.length === 0 ? null : (
          <Button key={kind} type="primary" onClick={() => start({ kind, items: fitting })}>
            {texts.record[kind](fitting.length)}
          </Button>
        );
      })}
    </div>
  );
};

interface VillagesProps {
  readonly items: readonly NoticeItem[];
  readonly choosing: ReturnType<typeof useChosen>;
  readonly start: ((recording: Recording) => void) | undefined;
}

const Villages = ({ items, choosing: { chosen, choose }, start }: VillagesProps) => {
  const mayRecord = recorders.includes(useMe().current.role);
  return (
    <>
      {start ? <Chosen items={items.filter(({ caseId }) => chosen.has(caseId))} start={start} /> : null}
      {mayRecord ? null : <p className="quiet">{texts.noRecord}</p>}
      {byVillage(items).map((village) => (
        <VillageTable
          key={village[0]?.division}
          items={village}
          chosen={mayRecord && start ? chosen : undefined}
          choose={choose}
        />
      ))}
    </>
  );
};

const NoticesPage = () => {
  const [{ state }, set] = useUrlFilters(['state']);
  const notices = useNotices(state);
  const { data: counts } = useNoticeCounts();
  const choosing = useChosen();
  // Kept as it was chosen, outside the list: a household that is done leaves the list, its answer stays to be read.
  const [recording, setRecording] = useState<Recording>();
  const countOf = (value: string): number | undefined => {
    const known = oneOf(states, value);
    return known && counts?.[known];
  };
  return (
    <Page
      title={texts.title}
      aside={
        <>
          <Link to="/notices/evidence">{texts.links.evidence}</Link>
          <Link to="/notices/recipients">{texts.links.recipients}</Link>
        </>
      }
    >
      <Segments
        label={texts.stateLabel}
        value={state}
        options={Object.entries(texts.states).map(([value, label]) => ({
          value,
          label,
          count: countOf(value),
          late: value === 'endPhoto' || value === 'objected',
        }))}
        change={(next) => set({ state: next })}
      />
      {recording ? (
        <RecordPanel
          kind={recording.kind}
          chosen={recording.items}
          close={() => {
            setRecording(undefined);
            choosing.clear();
          }}
        />
      ) : null}
      <AsyncView query={notices} rows={8}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0)
            return <EmptyState title={state ? texts.emptyFiltered : texts.empty}>{texts.emptyHint}</EmptyState>;
          return (
            <>
              <Villages items={items} choosing={choosing} start={recording ? undefined : setRecording} />
              <MoreButton pages={notices} label={texts.more} />
            </>
          );
        }}
      </AsyncView>
    </Page>
  );
};

export { NoticesPage as Component };
