import { useRef } from 'react';
import { useParams } from 'react-router';
import type { CaseView } from '../../shared/api/types';
import { useShortcuts } from '../../shared/keyboard/shortcuts';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { TimeLeft } from '../../shared/page/time-left';
import { AsyncView } from '../../shared/states/async-view';
import { useUrlFilters } from '../../shared/url-filters';
import { ActionColumn } from './actions/action-column';
import { ActionPanel } from './actions/action-panel';
import { useCase } from './api';
import './case.css';
import { CaseTabs } from './case-tabs';
import { Marks } from './marks';
import { programmeLabel } from './names';
import { StageLine } from './stage-line';
import { texts } from './texts';
import { useViewed } from './viewer/use-viewed';
import { Viewer } from './viewer/viewer';

const nearest = ({ deadlines }: CaseView): string | null =>
  deadlines.flatMap(({ dueAt, right }) => (right ? [] : (dueAt ?? []))).sort()[0] ?? null;

const Head = ({ view }: { readonly view: CaseView }) => (
  <>
    <Tag tone="accent">{view.stage.label}</Tag>
    <Marks
      emergency={view.matters.some(({ kind }) => kind === 'emergency')}
      forcedVisit={view.decidedOn === null && view.forcedVisit.length > 0}
    />
    <Tag>{texts.area[view.area] ?? view.area}</Tag>
    {view.beneficiaryScope === 'singlePerson' ? <Tag tone="accent">{texts.scope[view.beneficiaryScope]}</Tag> : null}
    <TimeLeft dueAt={nearest(view)} />
    <span className="quiet">
      {texts.handledBy}
      {view.assignee?.name ?? texts.nobody}
    </span>
  </>
);

const layoutOf = (acting: boolean, viewing: boolean): string =>
  ['case-layout', acting ? 'acting' : '', viewing ? 'viewing' : ''].filter(Boolean).join(' ');

const CaseBody = ({ view }: { readonly view: CaseView }) => {
  const [{ do: step, action }, set] = useUrlFilters(['do', 'action']);
  const chosen = step || (action && !action.includes('.') ? `stage.${action}` : action);
  const { viewed } = useViewed();
  const column = useRef<HTMLDivElement>(null);
  useShortcuts({ a: () => column.current?.querySelector<HTMLElement>('button, a, input, textarea')?.focus() });
  return (
    <Page
      title={texts.household(view.applicantName, view.memberCount)}
      crumbs={[
        { label: texts.crumbs, to: '/cases' },
        { label: view.divisionPath },
        { label: `${programmeLabel(view.programme)} ${view.number}` },
      ]}
      aside={<Head view={view} />}
    >
      <div className={layoutOf(chosen !== '', viewed !== undefined)}>
        <StageLine view={view} />
        <CaseTabs view={view} />
        <Viewer caseId={view.id} />
        <aside className="case-actions" ref={column} aria-label={texts.now}>
          {chosen ? (
            <ActionPanel
              key={chosen}
              view={view}
              chosen={chosen}
              close={() => set({ do: '', action: '' })}
              choose={(next) => set({ do: next, action: '' })}
            />
          ) : (
            <ActionColumn view={view} choose={(next) => set({ do: next })} />
          )}
        </aside>
      </div>
    </Page>
  );
};

const CasePage = () => {
  const { caseId = '' } = useParams();
  return <AsyncView query={useCase(caseId)}>{(view) => <CaseBody key={view.id} view={view} />}</AsyncView>;
};

export { CasePage as Component };
