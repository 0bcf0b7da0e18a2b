import { App, Button } from 'antd';
import { useState } from 'react';
import { filled, oneOf } from '../../../shared/api/client';
import { ProblemError } from '../../../shared/api/problem';
import { PlainForm } from '../../../shared/plain-form/plain-form';
import type { PlainField, PlainValues } from '../../../shared/plain-form/plain-field';
import { Field } from '../../../shared/schema-form/field';
import { useMay } from '../../session/api';
import { useProposeAnswer, type HandAnswerInput } from './api';
import { texts } from './texts';

/** What the bank is said to have answered: one line, or what is left of a file. */
export type HandScope = Pick<HandAnswerInput, 'lineId'> | Pick<HandAnswerInput, 'fileId'>;

interface Props {
  readonly runId: string;
  readonly scope: HandScope;
  /** The household, or the file. */
  readonly name: string;
}

const PAPERS = 'application/pdf,image/jpeg,image/png,image/webp,image/heic';
const results = ['paid', 'failed', 'uncertain'] as const;
const fields: readonly PlainField[] = [
  { name: 'result', label: texts.result, type: 'choice', required: true, options: texts.results },
  { name: 'paidOn', label: texts.paidOn, type: 'date' },
  { name: 'reason', label: texts.reason, type: 'text', hint: texts.reasonHint },
  { name: 'note', label: texts.note, type: 'long', required: true },
];

const AnswerForm = ({ runId, scope, name, close }: Props & { readonly close: () => void }) => {
  const propose = useProposeAnswer(runId);
  const { message } = App.useApp();
  const [paper, choose] = useState<File>();
  const id = `by-hand-${Object.values(scope).join('')}`;
  const send = async ({ result = '', paidOn = '', reason = '', note = '' }: PlainValues): Promise<void> => {
    if (!paper) throw new ProblemError({ status: 0, code: 'paperMissing', detail: texts.noPaper });
    const said = { result: oneOf(results, result) ?? 'uncertain', note, ...filled({ paidOn, reason }) };
    await propose({ ...scope, ...said }, paper);
  };
  return (
    <section className="panel no-print" aria-label={texts.buttonOf(name)}>
      <h3>{texts.buttonOf(name)}</h3>
      <PlainForm
        id={id}
        fields={fields}
        submit={texts.save}
        send={send}
        done={() => {
          void message.success(texts.saved);
          close();
        }}
      >
        <Field id={`${id}-paper`} label={texts.paper} required hint={texts.paperHint}>
          <input
            id={`${id}-paper`}
            type="file"
            accept={PAPERS}
            onChange={({ target }) => choose(target.files?.[0] ?? undefined)}
          />
        </Field>
      </PlainForm>
      <Button onClick={close}>{texts.close}</Button>
    </section>
  );
};

/** What a bank said without a file can be entered by the finance office's maker; the form opens where the button was. */
export const AnswerButton = (props: Props) => {
  const may = useMay('payment.answer');
  const [opened, open] = useState(false);
  if (!may) return null;
  if (opened) return <AnswerForm {...props} close={() => open(false)} />;
  return (
    <div className="run-buttons no-print">
      <Button size="small" aria-label={texts.buttonOf(props.name)} onClick={() => open(true)}>
        {'fileId' in props.scope ? texts.buttonFile : texts.button}
      </Button>
    </div>
  );
};
