import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { showYuan } from '../../../shared/format/money';
import { PlainForm } from '../../../shared/plain-form/plain-form';
import { EmptyState } from '../../../shared/states/states';
import { PlainTable } from '../../../shared/page/plain-table';
import { useMay } from '../../session/api';
import { useCloseFinding, type FindingView } from './api';
import { texts } from './texts';

const { reconciliation: words } = texts;
type Closing = Parameters<ReturnType<typeof useCloseFinding>>[1];

const CloseForm = ({ finding, close }: { readonly finding: FindingView; readonly close: () => void }) => {
  const send = useCloseFinding();
  const { message } = App.useApp();
  const title = words.settleOf(finding.applicantName, finding.label);
  return (
    <section className="panel" aria-label={title}>
      <h3>{title}</h3>
      <p className="quiet small">{finding.todo}</p>
      <PlainForm
        id={`finding-${finding.id}`}
        fields={[
          {
            name: 'outcome',
            label: words.outcome,
            type: 'choice',
            required: true,
            options: finding.closings.map(({ id, label }) => ({ value: id, label })),
          },
          { name: 'note', label: words.note, type: 'long', required: true },
        ]}
        submit={words.save}
        send={({ outcome = '', note = '' }) => send(finding.id, { outcome: outcome as Closing['outcome'], note })}
        done={() => {
          void message.success(words.saved);
          close();
        }}
      />
      <Button onClick={close}>{words.close}</Button>
    </section>
  );
};

interface RowProps {
  readonly finding: FindingView;
  readonly open: () => void;
}

const Row = ({ finding, open }: RowProps) => {
  const may = useMay('payment.finding');
  const mayRecover = useMay('recovery.read');
  const settled = finding.outcome === null ? null : words.settledAs(finding.outcome, finding.note ?? '');
  return (
    <tr>
      <td>{finding.applicantName}</td>
      <td>
        {finding.label}
        <div className="quiet small">{finding.todo}</div>
      </td>
      <td className="num">{showYuan(finding.amount)}</td>
      <td className="num">{showYuan(finding.listed)}</td>
      <td className="small">
        {settled ??
          (may ? (
            <Button size="small" aria-label={words.settleOf(finding.applicantName, finding.label)} onClick={open}>
              {words.settle}
            </Button>
          ) : (
            words.countyOnly
          ))}
        {finding.recoveryId && mayRecover ? (
          <div>
            <Link to={`/recovery?id=${finding.recoveryId}`}>{words.recovery}</Link>
          </div>
        ) : null}
      </td>
    </tr>
  );
};

/** Answers that contradict what was known, and how the county settled them. */
export const Findings = ({ findings }: { readonly findings: readonly FindingView[] }) => {
  const [opened, open] = useState<string>();
  const chosen = findings.find(({ id, closedAt }) => id === opened && closedAt === null);
  return (
    <section aria-label={words.findings}>
      <h2>{words.findings}</h2>
      {findings.length === 0 ? (
        <EmptyState title={words.noFindings} />
      ) : (
        <PlainTable caption={words.findings} columns={words.findingColumns} className="run-lines">
          {findings.map((finding) => (
            <Row key={finding.id} finding={finding} open={() => open(finding.id)} />
          ))}
        </PlainTable>
      )}
      {chosen ? <CloseForm key={chosen.id} finding={chosen} close={() => open(undefined)} /> : null}
    </section>
  );
};
