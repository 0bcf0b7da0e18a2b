import { Checkbox, Select } from 'antd';
import { Link, useLocation, useNavigate } from 'react-router';
import type { CaseRow } from '../../../shared/api/types';
import { CaseTable, type Column } from '../../../shared/case-table';
import { Page } from '../../../shared/page/page';
import { Tag } from '../../../shared/page/tag';
import { TimeLeft } from '../../../shared/page/time-left';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useUrlFilters } from '../../../shared/url-filters';
import { programmeLabel, stageOptions } from '../names';
import { useCases } from './api';
import { isIdNumber } from './search';
import { texts } from './texts';

const columns: readonly Column<CaseRow>[] = [
  {
    key: 'household',
    title: texts.household,
    cell: ({ id, applicantName, memberCount, number }) => (
      <>
        <Link to={`/cases/${id}`} className="strong">
          {`${applicantName}家(${memberCount}人)`}
        </Link>
        <div className="quiet small">{number}</div>
      </>
    ),
  },
  {
    key: 'programme',
    title: texts.programme,
    width: 80,
    minor: true,
    cell: ({ programme }) => programmeLabel(programme),
  },
  { key: 'stage', title: texts.stage, width: 130, cell: ({ stage }) => <Tag>{stage.label}</Tag> },
  { key: 'time', title: texts.time, width: 130, cell: ({ dueAt }) => <TimeLeft dueAt={dueAt} short /> },
  { key: 'place', title: texts.place, cell: ({ divisionPath }) => <span className="small">{divisionPath}</span> },
  { key: 'assignee', title: texts.assignee, width: 90, minor: true, cell: ({ assignee }) => assignee?.name ?? '—' },
];

interface Searched {
  readonly search?: string;
}

const Searching = ({ search, clear }: { readonly search: string; readonly clear: () => void }) =>
  search === '' ? null : (
    <span>
      {isIdNumber(search) ? texts.searchedById : texts.searched(search)}{' '}
      <button type="button" className="link" onClick={clear}>
        {texts.clearSearch}
      </button>
    </span>
  );

const CaseListPage = () => {
  const [{ stage, overdue }, set] = useUrlFilters(['stage', 'overdue']);
  const navigate = useNavigate();
  const search = (useLocation().state as Searched | null)?.search ?? '';
  const cases = useCases({ stage, overdue }, search);
  return (
    <Page title={texts.title}>
      <div className="filters">
        <Select
          aria-label={texts.stage}
          value={stage}
          style={{ width: 160 }}
          options={[{ value: '', label: texts.allStages }, ...stageOptions]}
          onChange={(next) => set({ stage: next })}
        />
        <Checkbox
          checked={overdue === 'true'}
          onChange={({ target }) => set({ overdue: target.checked ? 'true' : '' })}
        >
          {texts.onlyLate}
        </Checkbox>
        <Searching search={search} clear={() => void navigate('/cases', { state: null })} />
      </div>
      <AsyncView query={cases} rows={8}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={texts.empty}>{texts.emptyHint}</EmptyState>;
          return (
            <CaseTable
              label={texts.title}
              rows={rows}
              columns={columns}
              keyOf={({ id }) => id}
              to={({ id }) => `/cases/${id}`}
              next={cases.hasNextPage ? 'more' : null}
              more={() => void cases.fetchNextPage()}
              loadingMore={cases.isFetchingNextPage}
              total={texts.counted(rows.length)}
            />
          );
        }}
      </AsyncView>
    </Page>
  );
};

export { CaseListPage as Component };
