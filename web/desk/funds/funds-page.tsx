import { Select } from 'antd';
import { Link } from 'react-router';
import { fundProgrammes, fundProgrammeNames } from '../../../domain/funds/sources';
import { oneOf } from '../../shared/api/client';
import { today } from '../../shared/format/dates';
import { DivisionName } from '../../shared/page/division-name';
import { Page } from '../../shared/page/page';
import { Tabs } from '../../shared/page/tabs';
import { useUrlFilters } from '../../shared/url-filters';
import { useMe } from '../session/api';
import { AlertsTab } from './alerts-tab';
import { ClosingTab } from './closing-tab';
import { ForecastTab } from './forecast-tab';
import './funds.css';
import { MovementsTab } from './movements-tab';
import { OverviewTab } from './overview-tab';
import { texts } from './texts';

const keys = ['overview', 'movements', 'alerts', 'forecast', 'closing'] as const;
const YEARS_BACK = 4;

/** This year, the next (money may be allocated ahead), and those before. */
const years = (): readonly string[] => {
  const now = Number(today().slice(0, 4));
  return Array.from({ length: YEARS_BACK + 2 }, (_, index) => String(now + 1 - index));
};

const FundsPage = () => {
  const own = useMe().current.division.slice(0, 6);
  const [{ tab, division: wanted, year, programme }, set] = useUrlFilters(['tab', 'division', 'year', 'programme']);
  const active = oneOf(keys, tab) ?? 'overview';
  const division = wanted.startsWith(own) ? wanted : own;
  const asked = {
    division,
    year: years().includes(year) ? year : today().slice(0, 4),
    programme: oneOf(fundProgrammeNames, programme),
  };
  const to = (place: string): string => {
    const search = new URLSearchParams({ division: place, year: asked.year, ...(programme ? { programme } : {}) });
    return `/funds?${search}`;
  };
  return (
    <Page title={texts.title}>
      <p className="quiet no-print">{texts.hint}</p>
      <div className="fund-filters">
        <span className="strong">
          <DivisionName code={division} />
        </span>
        {division.length > own.length ? <Link to={to(division.slice(0, -2))}>{texts.up}</Link> : null}
        <Select
          aria-label={texts.year}
          value={asked.year}
          options={years().map((value) => ({ value, label: value }))}
          onChange={(next: string) => set({ year: next })}
        />
        <Select
          aria-label={texts.programme}
          value={asked.programme ?? ''}
          options={[
            { value: '', label: texts.allProgrammes },
            ...fundProgrammeNames.map((value) => ({ value: value as string, label: fundProgrammes[value] as string })),
          ]}
          onChange={(next: string) => set({ programme: next })}
        />
      </div>
      <Tabs
        label={texts.title}
        tabs={keys.map((key) => ({ key, label: texts.tabs[key] }))}
        active={active}
        change={(next) => set({ tab: next })}
      >
        {active === 'overview' ? <OverviewTab asked={asked} to={to} /> : null}
        {active === 'movements' ? <MovementsTab asked={asked} /> : null}
        {active === 'alerts' ? <AlertsTab division={division} /> : null}
        {active === 'forecast' ? <ForecastTab division={division} /> : null}
        {active === 'closing' ? <ClosingTab asked={asked} /> : null}
      </Tabs>
    </Page>
  );
};

export { FundsPage as Component };
