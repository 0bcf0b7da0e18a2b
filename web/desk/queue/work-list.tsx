import { Link } from 'react-router';
import { CaseTable, type Column } from '../../shared/case-table';
import type { QueueItem } from '../../shared/api/types';
import { TimeLeft } from '../../shared/page/time-left';
import { AsyncView } from '../../shared/states/async-view';
import { useQueue, type QueueFilters } from './api';
import { caseColumns } from './case-columns';
import { EmptyDesk } from './empty-desk';
import { texts } from './texts';

const addressOf = ({ caseId, action: { form } }: QueueItem): string =>
  form === null ? `/cases/${caseId}` : `/cases/${caseId}?do=${encodeURIComponent(form)}`;

const columns: readonly Column<QueueItem>[] = [
  { key: 'time', title: texts.time, width: 116, cell: ({ dueAt }) => <TimeLeft dueAt={dueAt} short /> },
  ...caseColumns,
  {
    key: 'todo',
    title: texts.todo,
    cell: ({ sentence, level, divisionPath, cause }) => (
      <>
        <div>
          {sentence}
          {level > 0 ? <span className="raised">{texts.level[level] ?? texts.level.at(-1)}</span> : null}
        </div>
        <div className="quiet small">{cause === null ? divisionPath : `${divisionPath},${cause}`}</div>
      </>
    ),
  },
  { key: 'assignee', title: texts.assignee, width: 84, minor: true, cell: ({ assignee }) => assignee?.name ?? '—' },
  {
    key: 'open',
    title: texts.open,
    width: 72,
    minor: true,
    cell: (item) => (
      <Link to={addressOf(item)} className="row-action" aria-label={texts.act(item.action.verb, item.applicantName)}>
        {item.action.verb}
      </Link>
    ),
  },
];

/** Work that lies here: one line one case, one sentence, one action. */
export const WorkList = (asked: QueueFilters) => {
  const queue = useQueue(asked);
  return (
    <AsyncView query={queue} rows={8}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        if (rows.length === 0) return <EmptyDesk {...asked} />;
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
  );
};
