import { oneOf } from '../../shared/api/client';
import { Page } from '../../shared/page/page';
import { Tabs } from '../../shared/page/tabs';
import { useUrlFilters } from '../../shared/url-filters';
import './disclosure.css';
import { ListsTab } from './lists-tab';
import { TablePage } from './table-page';
import { TablesTab } from './tables-tab';
import { texts } from './texts';

const parts = { tables: TablesTab, lists: ListsTab } as const;
const keys = ['tables', 'lists'] as const;

const DisclosurePage = () => {
  const [{ tab, id }, set] = useUrlFilters(['tab', 'id']);
  const active = oneOf(keys, tab) ?? 'tables';
  const Part = parts[active];
  if (id) return <TablePage disclosureId={id} />;
  return (
    <Page title={texts.title}>
      <p className="quiet no-print">{texts.hint}</p>
      <Tabs
        label={texts.title}
        tabs={keys.map((key) => ({ key, label: texts.tabs[key] }))}
        active={active}
        change={(next) => set({ tab: next })}
      >
        <Part />
      </Tabs>
    </Page>
  );
};

export { DisclosurePage as Component };
