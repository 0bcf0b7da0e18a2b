import { Link } from 'react-router';
import { CaseTable, type Column } from '../../shared/case-table';
import { dueDate, showDate } from '../../shared/format/dates';
import { TimeLeft } from '../../shared/page/time-left';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useWaiting, type WaitingItem } from './api';
import { caseColumns } from './case-columns';
import { texts } from './texts';

const sentenceOf = ({ clock, until, sentence }: WaitingItem): string =>
  clock && until !== null ? texts.automatic(showDate(dueDate(until)), sentence) : sentence;

const columns: readonly Column<WaitingItem>[] = [
  { key: 'until', title: texts.until, width: 116, cell: ({ until }) => <TimeLeft dueAt={until} short /> },
  ...caseColumns,
  { key: 'who', title: texts.who, width: 150, cell: ({ who }) => who },
  {
    key: 'next',
    title: texts.next,
    cell: (item) => (
      <>
        <div>{sentenceOf(item)}</div>
        <div className="quiet small">{item.divisionPath}</div>
      </>
    ),
  },
  {
    key: 'open',
    title: texts.open,
    width: 72,
    minor: true,
    cell: ({ caseId, applicantName }) => (
      <Link to={`/cases/${caseId}`} className="row-action" aria-label={`${texts.look}${applicantName}的案件`}>
        {texts.look}
      </Link>
    ),
  },
];

/** Cases whose next step lies with somebody else or with a clock: with whom, and until when. */
export const WaitingList = ({ view }: { readonly view: string }) => {
  const waiting = useWaiting(view);
  return (
    <AsyncView query={waiting} rows={8}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        if (rows.length === 0) return <EmptyState title={texts.emptyWaiting}>{texts.emptyWaitingHint}</EmptyState>;
        return (
          <CaseTable
            label={texts.sections['waiting'] ?? ''}
            rows={rows}
            columns={columns}
            keyOf={({ id }) => id}
            to={({ caseId }) => `/cases/${caseId}`}
            next={waiting.hasNextPage ? 'more' : null}
            more={() => void waiting.fetchNextPage()}
            loadingMore={waiting.isFetchingNextPage}
            total={texts.counted(rows.length)}
          />
        );
      }}
    </AsyncView>
  );
};
