import { Button } from 'antd';
import { oneOf } from '../../shared/api/client';
import { showDate } from '../../shared/format/dates';
import { showYuan } from '../../shared/format/money';
import { Tabs } from '../../shared/page/tabs';
import { Tag } from '../../shared/page/tag';
import { useChange } from '../../shared/plain-form/use-change';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { AsyncView } from '../../shared/states/async-view';
import { useMay } from '../session/api';
import { closeFund, RESERVE, useReserveFund, type FundPage } from './api';
import { EntriesTab } from './entries-tab';
import { GrantsTab } from './grants-tab';
import { ReconciliationsTab } from './reconciliations-tab';
import { texts } from './texts';
import { TopUpsTab } from './top-ups-tab';

const parts = {
  grants: GrantsTab,
  topUps: TopUpsTab,
  reconciliations: ReconciliationsTab,
  entries: EntriesTab,
} as const;
const keys = ['grants', 'topUps', 'reconciliations', 'entries'] as const;

const Close = ({ fundId }: { readonly fundId: string }) => {
  const change = useChange([RESERVE, 'funds']);
  const { send } = useToldSending();
  const close = (): void => void send(() => change(fundId, (key) => closeFund(fundId, key)), texts.closeDone);
  return (
    <Button className="no-print" onClick={close}>
      {texts.close}
    </Button>
  );
};

const Head = ({ page: { fund, rules } }: { readonly page: FundPage }) => {
  const mayClose = useMay('reserveFund.approve');
  return (
    <>
      <h2>{`${fund.townshipName} ${fund.year}`}</h2>
      <dl className="fund-figures">
        <div>
          <dt>{texts.balance}</dt>
          <dd>{showYuan(fund.balance)}</dd>
        </div>
      </dl>
      <p className="quiet small">
        {texts.rules(
          showYuan(rules.amount),
          showYuan(rules.grantCeiling),
          showYuan(rules.cashLimit),
          rules.yearEndLabel,
        )}
      </p>
      {fund.closedOn ? <Tag>{texts.closed(showDate(fund.closedOn))}</Tag> : null}
      {mayClose && !fund.closedOn ? <Close fundId={fund.id} /> : null}
    </>
  );
};

interface Props {
  readonly fundId: string;
  readonly tab: string;
  readonly setTab: (tab: string) => void;
}

/** One township's fund: what is left, what is under way, and its ledger. */
export const FundPanel = ({ fundId, tab, setTab }: Props) => {
  const active = oneOf(keys, tab) ?? 'grants';
  const Part = parts[active];
  return (
    <AsyncView query={useReserveFund(fundId)}>
      {(page) => (
        <>
          <Head page={page} />
          <Tabs
            label={texts.title}
            tabs={keys.map((key) => ({ key, label: texts.tabs[key] }))}
            active={active}
            change={setTab}
          >
            <Part page={page} />
          </Tabs>
        </>
      )}
    </AsyncView>
  );
};
