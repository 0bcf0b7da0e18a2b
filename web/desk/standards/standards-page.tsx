import { oneOf } from '../../shared/api/client';
import { Page } from '../../shared/page/page';
import { Tabs } from '../../shared/page/tabs';
import { useUrlFilters } from '../../shared/url-filters';
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
const keys = ['places', 'history', 'entry', 'whatIf', 'alerts'] as const;

const StandardsPage = () => {
  const [{ tab }, set] = useUrlFilters(['tab']);
  const allowed = { whatIf: useMay('standard.whatIf'), alerts: useMay('standard.watch') };
  const mine = keys.filter((key) => (key === 'whatIf' || key === 'alerts' ? allowed[key] : true));
  const active = oneOf(mine, tab) ?? 'places';
  const Part = parts[active];
  return (
    <Page title={texts.title}>
      <p className="quiet">{texts.hint}</p>
      <Tabs
        label={texts.title}
        tabs={mine.map((key) => ({ key, label: texts.tabs[key] }))}
        active={active}
        change={(next) => set({ tab: next })}
      >
        <Part />
      </Tabs>
    </Page>
  );
};

export { StandardsPage as Component };
