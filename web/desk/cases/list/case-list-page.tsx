import { useLocation, useNavigate } from 'react-router';
import { CaseTable } from '../../../shared/case-table';
import { chosenOf, ColumnChoice, useColumnChoice } from '../../../shared/column-choice';
import { Page } from '../../../shared/page/page';
import { AsyncView } from '../../../shared/states/async-view';
import { EmptyState } from '../../../shared/states/states';
import { useUrlFilters } from '../../../shared/url-filters';
import { useMay } from '../../session/api';
import { useCases } from './api';
import { columns, usualColumns } from './columns';
import { ExportButton } from './export-button';
import { FilterBar } from './filter-bar';
import { filterNames, noFilters, setOnes } from './filters';
import { SavedViews } from './saved-views';
import { isIdNumber } from './search';
import { texts } from './texts';

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

const useShownColumns = () => {
  const [kept, choose] = useColumnChoice('cases');
  return { chosen: kept.length === 0 ? usualColumns : kept, choose };
};

const CaseListPage = () => {
  const [filters, set] = useUrlFilters(filterNames);
  const navigate = useNavigate();
  const search = (useLocation().state as Searched | null)?.search ?? '';
  const { chosen, choose } = useShownColumns();
  const mayExport = useMay('case.export');
  const cases = useCases(filters, search);
  const filtered = setOnes(filters);
  return (
    <Page
      title={texts.title}
      aside={
        <>
          <SavedViews
            now={{ filters: filtered, columns: [...chosen] }}
            apply={(view) => {
              set({ ...noFilters, ...view.filters });
              choose(view.columns);
            }}
          />
          <ColumnChoice columns={columns} chosen={chosen} choose={choose} />
          {mayExport ? <ExportButton filters={filters} search={search} columns={chosen} /> : null}
        </>
      }
    >
      <div className="filters">
        <FilterBar filters={filters} set={set} />
        {Object.keys(filtered).length > 0 ? (
          <button type="button" className="link" onClick={() => set(noFilters)}>
            {texts.clear}
          </button>
        ) : null}
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
              columns={chosenOf(columns, chosen)}
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
