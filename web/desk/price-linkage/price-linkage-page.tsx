import { oneOf } from '../../shared/api/client';
import { Page } from '../../shared/page/page';
import { Tabs } from '../../shared/page/tabs';
import { useUrlFilters } from '../../shared/url-filters';
import { IndicesTab } from './indices-tab';
import { MonthsTab } from './months-tab';
import { PlansTab } from './plans-tab';
import { PreviewTab } from './preview-tab';
import './price-linkage.css';
import { texts } from './texts';

const parts = { months: MonthsTab, indices: IndicesTab, preview: PreviewTab, plans: PlansTab } as const;
const keys = ['months', 'indices', 'preview', 'plans'] as const;

const PriceLinkagePage = () => {
  const [{ tab }, set] = useUrlFilters(['tab']);
  const active = oneOf(keys, tab) ?? 'months';
  const Part = parts[active];
  return (
    <Page title={texts.title}>
      <p className="quiet">{texts.hint}</p>
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

export { PriceLinkagePage as Component };
