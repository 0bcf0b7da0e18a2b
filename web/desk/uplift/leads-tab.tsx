import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { oneOf } from '../../shared/api/client';
import { showYuan } from '../../shared/format/money';
import { AsyncView } from '../../shared/states/async-view';
import { EmptyState } from '../../shared/states/states';
import { PlainTable } from '../../shared/page/plain-table';
import { useToldSending } from '../../shared/plain-form/use-sending';
import { useMay } from '../session/api';
import { useSettleLead, useUpliftLeads, type LeadView, type UpliftDetail } from './api';
import { MoreButton } from '../../shared/page/more-button';
import { texts } from './texts';

const { leads: words } = texts;
const outcomes = ['applied', 'declined', 'notFitting'] as const;
const options = outcomes.map((value) => ({ value, label: words.outcomes[value] }));

interface Props {
  readonly lead: LeadView;
  readonly runId: string;
}

const Settle = ({ lead, runId }: Props) => {
  const settle = useSettleLead(runId, lead.caseId);
  const { send: start } = useToldSending();
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('applied');
  const [note, setNote] = useState('');
  if (!open)
    return (
      <Button size="small" aria-label={`${words.settle}:${lead.number}`} onClick={() => setOpen(true)}>
        {words.settle}
      </Button>
    );
  const send = (): void => void start(() => settle(outcome, note.trim()), words.settled);
  return (
    <div className="form-foot">
      <Select
        aria-label={`${words.outcome}:${lead.number}`}
        value={outcome}
        options={options}
        onChange={(next: string) => setOutcome(oneOf(outcomes, next) ?? 'applied')}
      />
      <Input
        aria-label={`${words.note}:${lead.number}`}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <Button size="small" type="primary" onClick={send}>
        {words.settle}
      </Button>
      <Button size="small" onClick={() => setOpen(false)}>
        {words.back}
      </Button>
    </div>
  );
};

export const LeadsTab = ({ detail }: { readonly detail: UpliftDetail }) => {
  const maySettle = useMay('uplift.lead');
  const runId = detail.uplift.id;
  const leads = useUpliftLeads(runId);
  return (
    <AsyncView query={leads}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.leads);
        if (rows.length === 0) return <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>;
        return (
          <>
            <PlainTable caption={words.caption} columns={words.columns}>
              {rows.map((lead) => (
                <tr key={lead.caseId}>
                  <td>{lead.number}</td>
                  <td>{lead.applicantName}</td>
                  <td>{lead.divisionName}</td>
                  <td className="num">{showYuan(lead.amount)}</td>
                  <td>
                    {lead.outcomeLabel ?? '—'}
                    {lead.note ? <div className="small">{lead.note}</div> : null}
                  </td>
                  <td>{maySettle && lead.outcome === null ? <Settle lead={lead} runId={runId} /> : '—'}</td>
                </tr>
              ))}
            </PlainTable>
            <MoreButton pages={leads} label={texts.cases.more} />
          </>
        );
      }}
    </AsyncView>
  );
};
