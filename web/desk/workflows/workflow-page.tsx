import { useParams } from 'react-router';
import { showInstant } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { AsyncView } from '../../shared/states/async-view';
import type { WorkflowView } from '../../shared/api/types';
import { useWorkflow } from './api';
import { ComparisonPanel } from './comparison-panel';
import { RepairForm } from './repair-form';
import { texts } from './texts';
import './workflows.css';

const RunPanel = ({ flow }: { readonly flow: WorkflowView }) => {
  const pairs: readonly (readonly [string, string])[] = [
    [texts.status, texts.statuses[flow.status] ?? flow.status],
    [texts.started, showInstant(flow.startedAt)],
    [texts.history, String(flow.historyLength)],
    [texts.worker, flow.workerVersion ?? '—'],
    [texts.workflowId, flow.workflowId],
    [texts.runId, flow.runId ?? '—'],
  ];
  return (
    <section className="panel">
      <h2>{texts.run}</h2>
      <dl className="facts-list">
        {pairs.map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd className="break">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const WaitingPanel = ({ flow }: { readonly flow: WorkflowView }) => (
  <section className="panel">
    <h2>{texts.next}</h2>
    <p>{flow.nextTimer ? `${showInstant(flow.nextTimer.at)} ${flow.nextTimer.does}` : texts.noTimer}</p>
    <h2>{texts.pending}</h2>
    {flow.pendingActivities.length === 0 ? <p className="quiet">{texts.noPending}</p> : null}
    {flow.pendingActivities.map(({ type, attempts, lastError }) => (
      <div key={type} className="deadline">
        <span className="strong">{type}</span> {texts.attempts(attempts)}
        {lastError ? <div className="small field-problem">{lastError}</div> : null}
      </div>
    ))}
  </section>
);

const INSTANT = /\d{4}-\d{2}-\d{2}T[\d:.]+Z/g;

const HistoryPanel = ({ flow }: { readonly flow: WorkflowView }) => (
  <section className="panel">
    <h2>{texts.steps}</h2>
    {flow.history.length === 0 ? <p className="quiet">{texts.noSteps}</p> : null}
    <ol className="flow-history">
      {flow.history.map(({ at, sentence, event }, index) => (
        <li key={index} title={event}>
          <span className="quiet small">{showInstant(at)}</span>
          <span>{sentence.replace(INSTANT, showInstant)}</span>
        </li>
      ))}
    </ol>
  </section>
);

const Body = ({ flow }: { readonly flow: WorkflowView }) => (
  <Page
    title={texts.oneTitle(flow.number)}
    crumbs={[{ label: '管理' }, { label: texts.title, to: '/admin/workflows' }, { label: flow.number }]}
  >
    <div className="two-columns">
      <div>
        <RunPanel flow={flow} />
        <WaitingPanel flow={flow} />
        <ComparisonPanel caseId={flow.caseId} />
        <RepairForm caseId={flow.caseId} />
      </div>
      <HistoryPanel flow={flow} />
    </div>
  </Page>
);

const WorkflowPage = () => {
  const { caseId = '' } = useParams();
  return <AsyncView query={useWorkflow(caseId)}>{(flow) => <Body flow={flow} />}</AsyncView>;
};

export { WorkflowPage as Component };
