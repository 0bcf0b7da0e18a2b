import { Button } from 'antd';
import { useState } from 'react';
import { oneOf } from '../../shared/api/client';
import { guards, type GuardReason } from '../../../domain/payments/guards';
import { showYuan } from '../../shared/format/money';
import { EmptyState } from '../../shared/states/states';
import { useUrlFilters } from '../../shared/url-filters';
import { PlainTable } from '../../shared/page/plain-table';
import { useMay } from '../session/api';
import type { LineView, RunDetail } from './api';
import { HoldForm, type Choice } from './hold-form';
import { LinesTable } from './lines-table';
import type { RunTabProps } from './tabs';
import { texts } from './texts';
import { Withheld } from './withheld';

const { holds: words } = texts;
const reasons = Object.keys(guards) as GuardReason[];

interface ButtonsProps {
  readonly line: LineView;
  readonly reason: GuardReason;
  readonly choose: (choice: Choice) => void;
}

/** The two answers to a held line, for whoever may give them; what cannot be decided says so. */
const Buttons = ({ line, reason, choose }: ButtonsProps) => {
  const may = useMay('payment.decideHold');
  if (!may) return <div className="quiet">{words.countyDecides}</div>;
  const { decidable } = guards[reason];
  return (
    <div className="run-buttons no-print">
      {decidable ? (
        <Button
          size="small"
          aria-label={words.clearTitle(line.applicantName)}
          onClick={() => choose({ line, reason, decision: 'clear' })}
        >
          {words.clear}
        </Button>
      ) : (
        <span className="quiet">{words.notDecidable}</span>
      )}
      <Button
        size="small"
        aria-label={words.cancelTitle(line.applicantName)}
        onClick={() => choose({ line, reason, decision: 'cancel' })}
      >
        {words.cancel}
      </Button>
    </div>
  );
};

const OneReason = ({ run, reason }: { readonly run: RunDetail; readonly reason: GuardReason }) => {
  const [choice, choose] = useState<Choice>();
  return (
    <>
      <h2>{words.list(guards[reason].label)}</h2>
      {run.releasedAt ? <p className="quiet">{words.afterRelease}</p> : null}
      {choice ? (
        <HoldForm key={`${choice.line.id}${choice.decision}`} choice={choice} close={() => choose(undefined)} />
      ) : null}
      <LinesTable
        runId={run.id}
        caption={words.list(guards[reason].label)}
        filters={{ state: 'held', reason }}
        extra={(line) => <Buttons line={line} reason={reason} choose={choose} />}
      />
    </>
  );
};

/** What is held, by reason, and household by household what can be decided about it. */
const HoldsTab = ({ run }: RunTabProps) => {
  const [{ reason }, set] = useUrlFilters(['reason']);
  const shown = oneOf(reasons, reason);
  if (run.holds.length === 0) return <EmptyState title={words.none} />;
  return (
    <>
      <PlainTable caption={words.reasons} columns={words.columns}>
        {run.holds.map((hold) => (
          <tr key={hold.reason}>
            <td>
              {hold.label}{' '}
              <Button
                size="small"
                className="no-print"
                aria-label={`${words.show}:${hold.label}`}
                onClick={() => set({ reason: hold.reason })}
              >
                {words.show}
              </Button>
            </td>
            <td className="num">{hold.lines}</td>
            <td className="num">
              {showYuan(hold.amount)}
              <Withheld withheld={hold.withheld} />
            </td>
            <td>{hold.desk}</td>
            <td className="small">{hold.todo}</td>
          </tr>
        ))}
      </PlainTable>
      {shown ? <OneReason key={shown} run={run} reason={shown} /> : null}
    </>
  );
};

export default HoldsTab;
