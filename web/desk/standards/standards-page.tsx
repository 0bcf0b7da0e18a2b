import { TabbedPage } from '../../shared/page/tabbed-page';
import { useMay } from '../session/api';
import { AlertsTab } from './alerts-tab';
import { EntryTab } from './entry-tab';
import { HistoryTab } from './history-tab';
import { PlacesTab } from './places-tab';
import './standards.css';
import { texts } from './texts';
import { WhatIfTab } from './what-if-tab';

const parts = {
  places: PlacesTab,
  history: HistoryTab,
  entry: EntryTab,
  whatIf: WhatIfTab,
  alerts: AlertsTab,
} as const;

const StandardsPage = () => {
  const allowed: Partial<Record<keyof typeof parts, boolean>> = {
    whatIf: useMay('standard.whatIf'),
    alerts: useMay('standard.watch'),
  };
  return (
    <TabbedPage
      title={texts.title}
      hint={texts.hint}
      parts={parts}
      names={texts.tabs}
      open={(key) => allowed[key] ?? true}
    />
  );
};

export { StandardsPage as Component };
