import { TabbedPage } from '../../shared/page/tabbed-page';
import { useUrlFilters } from '../../shared/url-filters';
import './disclosure.css';
import { ListsTab } from './lists-tab';
import { TablePage } from './table-page';
import { TablesTab } from './tables-tab';
import { texts } from './texts';

const parts = { tables: TablesTab, lists: ListsTab } as const;

const DisclosurePage = () => {
  const [{ id }] = useUrlFilters(['id']);
  if (id) return <TablePage disclosureId={id} />;
  return <TabbedPage title={texts.title} hint={texts.hint} parts={parts} names={texts.tabs} />;
};

export { DisclosurePage as Component };
