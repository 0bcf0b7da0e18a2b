import { Alert } from 'antd';
import { showYuan } from '../../../shared/format/money';
import { AsyncView } from '../../../shared/states/async-view';
import { PlainTable } from '../../../shared/page/plain-table';
import { LinesTable } from '../lines-table';
import type { RunTabProps } from '../tabs';
import { useReconciliation, type Reconciliation } from './api';
import { Findings } from './findings';
import { ReissueButton } from './reissue';
import { texts } from './texts';

const { reconciliation: words } = texts;

const Ledger = ({ ledger }: { readonly ledger: Reconciliation['ledger'] }) => (
  <section aria-label={words.ledger}>
    <h2>{words.ledger}</h2>
    <Alert
      type={ledger.balances ? 'success' : 'error'}
      title={ledger.balances ? words.balances : words.differs}
      description={ledger.says}
      showIcon
    />
    <PlainTable caption={words.ledger} columns={words.columns}>
      {ledger.accounts.map((row) => (
        <tr key={row.account}>
          <td>{row.label}</td>
          <td className="num">{showYuan(row.ledger)}</td>
          <td className="num">{showYuan(row.lines)}</td>
        </tr>
      ))}
    </PlainTable>
  </section>
);

const states = ['failed', 'uncertain', 'sent'] as const;

/** What did not go through, household by household, each kind with what is to be done. */
const Unfinished = ({ runId, found }: { readonly runId: string; readonly found: Reconciliation }) => (
  <>
    {states
      .filter((state) => found.states.some((one) => one.state === state))
      .map((state) => (
        <section key={state} aria-label={words.lists[state].title}>
          <h2>{words.lists[state].title}</h2>
          <p className="quiet small">{words.lists[state].hint}</p>
          <LinesTable
            runId={runId}
            caption={words.lists[state].title}
            filters={{ state }}
            extra={(line) => (state === 'failed' ? <ReissueButton line={line} /> : null)}
          />
        </section>
      ))}
  </>
);

const ReconciliationTab = ({ run }: RunTabProps) => (
  <AsyncView query={useReconciliation(run.id)}>
    {(found) => (
      <>
        <Ledger ledger={found.ledger} />
        <Findings findings={found.findings} />
        <Unfinished runId={run.id} found={found} />
      </>
    )}
  </AsyncView>
);

export default ReconciliationTab;
