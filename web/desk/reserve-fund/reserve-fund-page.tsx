import { Link } from 'react-router';
import { today } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { Page } from '../../shared/page/page';
import { Tabs } from '../../shared/page/tabs';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import '../funds/funds.css';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay, useMe } from '../session/api';
import { useReserveFunds } from './api';
import { FundPanel } from './fund-panel';
import { ImportsPanel } from './imports-panel';
import { MoreButton } from '../../shared/page/more-button';
import { texts } from './texts';
import { TopUpForm } from './top-up-form';

const TOWNSHIP = 9;
const { funds: words } = texts;

/** A township goes straight to its own fund. */
const Own = ({ division, tab, setTab }: { division: string; tab: string; setTab: (tab: string) => void }) => {
  const mayKeep = useMay('reserveFund.keep');
  return (
    <AsyncView query={useReserveFunds(division, today().slice(0, 4))}>
      {({ pages }) => {
        const fund = pages[0]?.items[0];
        if (fund) return <FundPanel fundId={fund.id} tab={tab} setTab={setTab} />;
        return (
          <>
            <EmptyState title={texts.none} />
            {mayKeep ? <TopUpForm /> : null}
          </>
        );
      }}
    </AsyncView>
  );
};

const All = ({ division }: { readonly division: string }) => {
  const query = useReserveFunds(division, today().slice(0, 4));
  return (
    <AsyncView query={query}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        return rows.length === 0 ? (
          <EmptyState title={words.empty} />
        ) : (
          <>
            <PlainTable caption={words.caption} columns={words.columns} className="fund-money">
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Link to={`/reserve-fund?fund=${row.id}`}>{row.townshipName}</Link>
                  </td>
                  <td>{showYuan(row.balance)}</td>
                  <td>{row.openTopUps}</td>
                  <td>{row.openGrants}</td>
                  <td>{row.reconciledTo ?? words.never}</td>
                </tr>
              ))}
            </PlainTable>
            <MoreButton pages={query} label={texts.funds.more} />
          </>
        );
      }}
    </AsyncView>
  );
};

const ReserveFundPage = () => {
  const { division } = useMe().current;
  const mayImports = useMay('directGrant.read');
  const [{ fund, tab }, set] = useUrlFilters(['fund', 'tab']);
  const setTab = (next: string): void => set({ tab: next });
  const township = division.length >= TOWNSHIP;
  const crumbs = fund && !township ? [{ label: texts.back, to: '/reserve-fund' }] : [];
  const list = tab === 'imports' ? <ImportsPanel /> : <All division={division} />;
  return (
    <Page title={texts.title} crumbs={crumbs}>
      <p className="quiet no-print">{texts.hint}</p>
      {fund ? <FundPanel fundId={fund} tab={tab} setTab={setTab} /> : null}
      {!fund && township ? <Own division={division.slice(0, TOWNSHIP)} tab={tab} setTab={setTab} /> : null}
      {!fund && !township && mayImports ? (
        <Tabs
          label={texts.title}
          tabs={[
            { key: 'all', label: words.caption },
            { key: 'imports', label: texts.tabs.imports },
          ]}
          active={tab === 'imports' ? 'imports' : 'all'}
          change={setTab}
        >
          {list}
        </Tabs>
      ) : null}
      {!fund && !township && !mayImports ? list : null}
    </Page>
  );
};

export { ReserveFundPage as Component };
