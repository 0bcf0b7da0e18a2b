import { Alert } from 'antd';
import { showYuan } from '../../../shared/format/money';
import { AsyncView } from '../../../shared/states/async-view';
import { PlainTable } from '../../../shared/page/plain-table';
import type { LineView } from '../api';
import { AnswerButton } from '../by-hand/answer-form';
import { HandAnswers } from '../by-hand/answers';
import { LinesTable } from '../lines-table';
import type { RunTabProps } from '../tabs';
import { useReconciliation, type Reconciliation } from './api';
import { Findings } from './findings';
import { ReissueButton } from './reissue';
import { ReissueCorrected } from './reissue-corrected';
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

/** What can be done with a line that the bank has not paid: anew, or by what the bank said otherwise. */
const Remedy = ({ runId, line }: { readonly runId: string; readonly line: LineView }) =>
  line.state.id === 'failed' ? (
    <ReissueButton line={line} />
  ) : (
    <AnswerButton runId={runId} scope={{ lineId: line.id }} name={line.applicantName} />
  );

/** What did not go through, household by household, each kind with what is to be done. */
const Unfinished = ({ runId, found }: { readonly runId: string; readonly found: Reconciliation }) => (
  <>
    {states
      .filter((state) => found.states.some((one) => one.state === state))
      .map((state) => (
        <section key={state} aria-label={words.lists[state].title}>
          <h2>{words.lists[state].title}</h2>
          <p className="quiet small">{words.lists[state].hint}</p>
          {state === 'failed' ? <ReissueCorrected runId={runId} outlook={found.reissue} /> : null}
          <LinesTable
            runId={runId}
            caption={words.lists[state].title}
            filters={{ state }}
            extra={(line) => <Remedy runId={runId} line={line} />}
          />
        </section>
      ))}
  </>
);

const ReconciliationTab = ({ run }: RunTabProps) => (
  <AsyncView query={useReconciliation(run.id)}>
    {(found) => (
      <div className="reconciliation">
        <Ledger ledger={found.ledger} />
        <HandAnswers runId={run.id} />
        <Findings findings={found.findings} />
        <Unfinished runId={run.id} found={found} />
      </div>
    )}
  </AsyncView>
);

export default ReconciliationTab;
