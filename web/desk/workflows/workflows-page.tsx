import { Select } from 'antd';
import { Link } from 'react-router';
import { CaseTable, type Column } from '../../shared/case-table';
import type { WorkflowRow } from '../../shared/api/types';
import { showDate } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { TimeLeft } from '../../shared/page/time-left';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { stageLabel, stageOptions } from '../cases/names';
import { useWorkflows } from './api';
import { EngineHealth } from './engine-health';
import { LedgerHealth } from './ledger-health';
import { texts } from './texts';

const stateOf = ({ closed, engineStartedAt, sequence, overdue }: WorkflowRow): string => {
  if (closed) return texts.ended;
  if (engineStartedAt === null || sequence === 0) return texts.states['notStarted'] ?? '';
  return overdue ? (texts.states['overdue'] ?? '') : texts.waiting;
};

const columns: readonly Column<WorkflowRow>[] = [
  {
    key: 'case',
    title: texts.case,
    cell: ({ caseId, number, divisionPath }) => (
      <>
        <Link to={`/admin/workflows/${caseId}`} className="strong">
          {number}
        </Link>
        <div className="quiet small">{divisionPath}</div>
      </>
    ),
  },
  { key: 'stage', title: texts.stage, width: 140, cell: ({ stage }) => <Tag>{stageLabel(stage)}</Tag> },
  { key: 'state', title: texts.state, width: 150, cell: stateOf },
  { key: 'steps', title: texts.stepCount, width: 80, minor: true, cell: ({ sequence }) => sequence },
  { key: 'next', title: texts.nextStep, width: 150, cell: ({ nextDueAt }) => <TimeLeft dueAt={nextDueAt} short /> },
  { key: 'since', title: texts.submitted, width: 150, minor: true, cell: ({ submittedAt }) => showDate(submittedAt) },
];

const WorkflowsPage = () => {
  const [{ stage, state }, set] = useUrlFilters(['stage', 'state']);
  const workflows = useWorkflows({ stage, state });
  return (
    <Page title={texts.title} crumbs={[{ label: '管理' }, { label: texts.title }]}>
      <EngineHealth />
      <LedgerHealth />
      <div className="filters">
        <Select
          aria-label={texts.stage}
          value={stage}
          style={{ width: 160 }}
          options={[{ value: '', label: '全部环节' }, ...stageOptions]}
          onChange={(next) => set({ stage: next })}
        />
        <Select
          aria-label={texts.state}
          value={state}
          style={{ width: 180 }}
          options={Object.entries(texts.states).map(([value, label]) => ({ value, label }))}
          onChange={(next) => set({ state: next })}
        />
      </div>
      <AsyncView query={workflows} rows={8}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={texts.empty} />;
          return (
            <CaseTable
              label={texts.title}
              rows={rows}
              columns={columns}
              keyOf={({ caseId }) => caseId}
              to={({ caseId }) => `/admin/workflows/${caseId}`}
              next={workflows.hasNextPage ? 'more' : null}
              more={() => void workflows.fetchNextPage()}
              loadingMore={workflows.isFetchingNextPage}
            />
          );
        }}
      </AsyncView>
    </Page>
  );
};

export { WorkflowsPage as Component };
