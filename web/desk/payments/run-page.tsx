import { Suspense } from 'react';
import { useParams } from 'react-router';
import { showDate } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { Page } from '../../shared/page/page';
import { Tabs } from '../../shared/page/tabs';
import { Tag } from '../../shared/page/tag';
import { AsyncView } from '../../shared/states/async-view';
import { Loading } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { ActionBar } from './action-bar';
import { useRun, type RunDetail } from './api';
import './payments.css';
import { Progress } from './progress';
import { nameOfRun } from './run-name';
import { runTabs } from './tabs';
import { texts } from './texts';
import { Withheld } from './withheld';

const { run: words } = texts;

const Sums = ({ run }: { readonly run: RunDetail }) => (
  <dl className="run-facts">
    <div>
      <dt>{words.total}</dt>
      <dd className="num">
        {`${showYuan(run.amount)},${texts.count(run.lines)}`}
        <Withheld withheld={run.withheld} />
      </dd>
    </div>
    <div>
      <dt>{words.held}</dt>
      <dd className="num">{`${showYuan(run.held.amount)},${texts.count(run.held.lines)}`}</dd>
    </div>
    <div>
      <dt>{words.opened}</dt>
      <dd>{showDate(run.openedOn)}</dd>
    </div>
    <div>
      <dt>{words.payBy}</dt>
      <dd>
        {run.payBy ? showDate(run.payBy) : '—'}{' '}
        {run.daysLate > 0 ? <Tag tone="late">{texts.late(run.daysLate)}</Tag> : null}
      </dd>
    </div>
  </dl>
);

const RunTabs = ({ run }: { readonly run: RunDetail }) => {
  const [{ tab }, set] = useUrlFilters(['tab']);
  const active = runTabs.find(({ key }) => key === tab) ?? runTabs[0];
  const Content = active.content;
  return (
    <Tabs label={words.tabs} tabs={runTabs} active={active.key} change={(next) => set({ tab: next })}>
      <Suspense fallback={<Loading rows={4} />}>
        <Content run={run} />
      </Suspense>
    </Tabs>
  );
};

const Run = ({ run }: { readonly run: RunDetail }) => (
  <Page
    title={`${nameOfRun(run)} · ${run.countyName}`}
    crumbs={[{ label: texts.title, to: '/payments' }, { label: run.countyName }]}
  >
    <Progress run={run} />
    <Sums run={run} />
    <ActionBar run={run} />
    <RunTabs run={run} />
  </Page>
);

const RunPage = () => {
  const { runId = '' } = useParams();
  return <AsyncView query={useRun(runId)}>{(run) => <Run run={run} />}</AsyncView>;
};

export { RunPage as Component };
