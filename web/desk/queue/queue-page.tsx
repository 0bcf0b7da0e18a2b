import { Link } from 'react-router';
import { CaseTable, type Column } from '../../shared/case-table';
import type { QueueItem } from '../../shared/api/types';
import { Page } from '../../shared/page/page';
import { Tag } from '../../shared/page/tag';
import { TimeLeft } from '../../shared/page/time-left';
import { Segments } from '../../shared/page/segments';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { oneOf } from '../../shared/api/client';
import { dueFilters, useQueue, useQueueCounts, views } from './api';
import { texts } from './texts';

const columns: readonly Column<QueueItem>[] = [
  { key: 'time', title: texts.time, width: 116, cell: ({ dueAt }) => <TimeLeft dueAt={dueAt} short /> },
  {
    key: 'household',
    title: texts.household,
    width: 200,
    cell: ({ caseId, applicantName, number }) => (
      <>
        <Link to={`/cases/${caseId}`} className="strong">
          {applicantName}
        </Link>
        <div className="quiet small">{number}</div>
      </>
    ),
  },
  { key: 'stage', title: texts.stage, width: 112, cell: ({ stage }) => <Tag>{stage.label}</Tag> },
  {
    key: 'todo',
    title: texts.todo,
    cell: ({ sentence, level, divisionPath }) => (
      <>
        <div>
          {sentence}
          {level > 0 ? <span className="raised">{texts.level[level] ?? texts.level.at(-1)}</span> : null}
        </div>
        <div className="quiet small">{divisionPath}</div>
      </>
    ),
  },
  { key: 'assignee', title: texts.assignee, width: 84, minor: true, cell: ({ assignee }) => assignee?.name ?? '—' },
  {
    key: 'open',
    title: texts.open,
    width: 72,
    minor: true,
    cell: ({ caseId, applicantName }) => (
      <Link to={`/cases/${caseId}`} className="row-action" aria-label={`${texts.open}${applicantName}的案件`}>
        {texts.open}
      </Link>
    ),
  },
];

const Empty = ({ filtered, reset }: { readonly filtered: boolean; readonly reset: () => void }) => (
  <EmptyState title={filtered ? texts.emptyFiltered : texts.empty}>
    {filtered ? (
      <button type="button" className="link" onClick={reset}>
        {texts.showAll}
      </button>
    ) : (
      texts.emptyHint
    )}
  </EmptyState>
);

const useCountOf = (view: string) => {
  const { data } = useQueueCounts();
  const counts = data?.[oneOf(views, view) ?? 'office'];
  return (filter: string): number | undefined => counts?.[oneOf(dueFilters, filter) ?? 'total'];
};

const QueuePage = () => {
  const [{ view, filter, stage }, set] = useUrlFilters(['view', 'filter', 'stage']);
  const shownView = view || 'office';
  const queue = useQueue({ view: shownView, filter, stage });
  const countOf = useCountOf(shownView);
  return (
    <Page
      title={texts.title}
      aside={
        <Segments
          label="范围"
          value={shownView}
          options={Object.entries(texts.views).map(([value, label]) => ({ value, label }))}
          change={(next) => set({ view: next })}
        />
      }
    >
      <Segments
        label="时限"
        value={filter}
        options={Object.entries(texts.filters).map(([value, label]) => ({
          value,
          label,
          count: countOf(value),
          late: value === 'overdue',
        }))}
        change={(next) => set({ filter: next })}
      />
      <AsyncView query={queue} rows={8}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return <Empty filtered={filter !== '' || stage !== ''} reset={() => set({ filter: '', stage: '' })} />;
          return (
            <CaseTable
              label={texts.title}
              rows={rows}
              columns={columns}
              keyOf={({ workItemId }) => workItemId}
              to={({ caseId }) => `/cases/${caseId}`}
              next={queue.hasNextPage ? 'more' : null}
              more={() => void queue.fetchNextPage()}
              loadingMore={queue.isFetchingNextPage}
              total={texts.counted(rows.length)}
            />
          );
        }}
      </AsyncView>
    </Page>
  );
};

export { QueuePage as Component };
