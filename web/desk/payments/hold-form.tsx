import { App, Button } from 'antd';
import type { GuardReason } from '../../../domain/payments/guards';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { useDecideHold, type LineView } from './api';
import { texts } from './texts';

const { holds: words } = texts;

export interface Choice {
  readonly line: LineView;
  readonly reason: GuardReason;
  readonly decision: 'clear' | 'cancel';
}

const fields = [{ name: 'note', label: words.note, type: 'long', required: true }] as const;

export const HoldForm = ({ choice, close }: { readonly choice: Choice; readonly close: () => void }) => {
  const { line, reason, decision } = choice;
  const decide = useDecideHold();
  const { message } = App.useApp();
  const title = decision === 'clear' ? words.clearTitle(line.applicantName) : words.cancelTitle(line.applicantName);
  return (
    <section className="panel" aria-label={title}>
      <h3>{title}</h3>
      <PlainForm
        id={`hold-${line.id}-${reason}-${decision}`}
        fields={fields}
        submit={words.submit}
        send={({ note = '' }) => decide(line.id, { reason, decision, note })}
        done={() => {
          void message.success(words.saved);
          close();
        }}
      />
      <Button onClick={close}>{words.give}</Button>
    </section>
  );
};
