import { InputNumber } from 'antd';
import { showDate, today } from '../../shared/format/dates';
import { Page } from '../../shared/page/page';
import { AsyncView } from '../../shared/states/async-view';
import { useUrlFilters } from '../../shared/url-filters';
import { useMay, useMe } from '../session/api';
import { useYear } from './api';
import { LocalForm } from './local-form';
import { ProposalForm } from './proposal-form';
import { Proposals } from './proposals';
import { texts } from './texts';
import { WaitsPanel } from './waits-panel';
import { YearSheet } from './year-sheet';

const YearPanel = ({ year }: { readonly year: number }) => (
  <section className="panel">
    <AsyncView query={useYear(year, useMe().current.division)}>
      {({ title, source, off, worked, local }) => (
        <>
          <h2>{title}</h2>
          <p className="quiet small">{`${texts.source}:${source}`}</p>
          <YearSheet year={year} given={{ off, worked, local }} />
          <dl className="facts-list gap">
            <dt>{texts.off}</dt>
            <dd>
              {off.map(({ from, to, why }) => (
                <div key={from}>{`${why} ${showDate(from)}${from === to ? '' : `至${showDate(to)}`}`}</div>
              ))}
            </dd>
            <dt>{texts.worked}</dt>
            <dd>{worked.map(showDate).join('、') || '—'}</dd>
            {local.length > 0 ? (
              <>
                <dt>{texts.local}</dt>
                <dd>
                  {local.map(({ from, to, why }) => (
                    <div key={from + why}>{`${why} ${showDate(from)}至${showDate(to)}`}</div>
                  ))}
                </dd>
              </>
            ) : null}
          </dl>
        </>
      )}
    </AsyncView>
  </section>
);

const CalendarPage = () => {
  const thisYear = Number(today().slice(0, 4));
  const [{ year }, set] = useUrlFilters(['year']);
  const shown = Number(year) || thisYear;
  const mayPropose = useMay('calendar.propose');
  const mayWait = useMay('calendar.waiting');
  // The whole country's year is entered at the province.
  const national = useMe().current.division.length === 2;
  return (
    <Page title={texts.title} crumbs={[{ label: '管理' }, { label: texts.title }]}>
      <div className="filters">
        <label htmlFor="calendar-year">{texts.year}</label>
        <InputNumber
          id="calendar-year"
          value={shown}
          min={2018}
          max={2100}
          onChange={(next) => set({ year: String(next ?? thisYear) })}
        />
      </div>
      <YearPanel key={shown} year={shown} />
      {mayWait ? <WaitsPanel /> : null}
      {mayPropose ? (
        <>
          <Proposals />
          {national ? <ProposalForm year={thisYear + 1} /> : null}
          <LocalForm year={shown} />
        </>
      ) : null}
    </Page>
  );
};

export { CalendarPage as Component };
