import { TabbedPage } from '../../shared/page/tabbed-page';
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

const ExchangePage = () => (
  <TabbedPage title={texts.title} hint={texts.hint} label={texts.tabsLabel} parts={parts} names={texts.tabs} />
);

export { ExchangePage as Component };
