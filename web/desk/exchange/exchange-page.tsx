import { oneOf } from '../../shared/api/client';
import { Page } from '../../shared/page/page';
import { Tabs } from '../../shared/page/tabs';
import { useUrlFilters } from '../../shared/url-filters';
import { AlertsTab } from './alerts-tab';
import { DifferencesTab } from './differences-tab';
import './exchange.css';
import { PackagesTab } from './packages-tab';
import { ReceiptsTab } from './receipts-tab';
import { texts } from './texts';
import { WorkTab } from './work-tab';

const parts = {
  packages: PackagesTab,
  work: WorkTab,
  receipts: ReceiptsTab,
  differences: DifferencesTab,
  alerts: AlertsTab,
} as const;
const keys = Object.keys(parts) as (keyof typeof parts)[];

const ExchangePage = () => {
  const [{ tab }, set] = useUrlFilters(['tab']);
  const active = oneOf(keys, tab) ?? 'packages';
  const Part = parts[active];
  return (
    <Page title={texts.title}>
      <p className="quiet">{texts.hint}</p>
      <Tabs
        label={texts.tabsLabel}
        tabs={keys.map((key) => ({ key, label: texts.tabs[key] }))}
        active={active}
        change={(next) => set({ tab: next })}
      >
        <Part />
      </Tabs>
    </Page>
  );
};

export { ExchangePage as Component };
