import { App, Button } from 'antd';
import { useState } from 'react';
import { filled } from '../../shared/api/client';
import { showYuan } from '../../shared/format/money';
import { PlainForm } from '../../shared/plain-form/plain-form';
import type { PlainField } from '../../shared/plain-form/plain-field';
import { useRunAction, type ActionInput, type ActionView, type RunDetail } from './api';
import { texts } from './texts';

const { run: words } = texts;

interface Props {
  readonly run: RunDetail;
}

const fieldsOf = (action: ActionView, run: RunDetail): readonly PlainField[] => {
  const note: PlainField = { name: 'note', label: words.note, type: 'long', required: action.needs !== null };
  if (action.needs !== 'returning') return [note];
  return [
    {
      name: 'returnTo',
      label: words.returnTo,
      type: 'choice',
      required: true,
      options: action.returnTo.map(({ id, label }) => ({ value: id, label })),
    },
    {
      name: 'township',
      label: words.township,
      type: 'choice',
      hint: words.townshipHint,
      options: run.places.map(({ township, name }) => ({ value: township, label: name })),
    },
    note,
  ];
};

const ActionForm = ({ run, action, close }: Props & { readonly action: ActionView; readonly close: () => void }) => {
  const take = useRunAction(run.id);
  const { message } = App.useApp();
  return (
    <section className="run-action" aria-label={action.says}>
      <p>{words.about(action.says, showYuan(run.amount), run.lines, run.held.lines)}</p>
      <PlainForm
        id={`run-${run.id}-${action.action}`}
        fields={fieldsOf(action, run)}
        submit={words.submit(action.says)}
        send={({ note, returnTo, township }) =>
          take(action.action, {
            expectedVersion: run.version,
            ...filled({ note, township, returnTo: action.returnTo.find(({ id }) => id === returnTo)?.id }),
          } as ActionInput)
        }
        done={() => {
          void message.success(words.saved);
          close();
        }}
      />
      <Button onClick={close}>{words.cancel}</Button>
    </section>
  );
};

const Waits = ({ run }: Props) => {
  const ended = ['settled', 'cancelled'].includes(run.state.id);
  if (!run.waitsFor) return <p>{ended ? words.ended : words.systemWorks}</p>;
  return <p className={run.mine ? 'strong' : ''}>{words.waits(run.waitsFor.label, run.waitsFor.todo)}</p>;
};

const NotNow = ({ actions }: { readonly actions: readonly ActionView[] }) =>
  actions.length === 0 ? null : (
    <details>
      <summary>{words.notNow}</summary>
      <ul>
        {actions.map(({ action, says, why }) => (
          <li key={action} className="small">{`${says} —— ${why ?? ''}`}</li>
        ))}
      </ul>
    </details>
  );

/** Who is next, what the reader can do now, and why the rest not. */
export const ActionBar = ({ run }: Props) => {
  const [chosen, choose] = useState('');
  const own = run.actions.filter(({ ownRole }) => ownRole);
  const now = own.filter(({ allowed }) => allowed);
  const action = now.find((one) => one.action === chosen);
  return (
    <section className="panel no-print">
      <h2>{words.actions}</h2>
      <Waits run={run} />
      {action ? (
        <ActionForm key={action.action} run={run} action={action} close={() => choose('')} />
      ) : (
        <div className="run-buttons">
          {now.map((one, at) => (
            <Button
              key={one.action}
              {...(at === 0 && run.mine ? { type: 'primary' as const } : {})}
              onClick={() => choose(one.action)}
            >
              {one.says}
            </Button>
          ))}
          {own.length === 0 ? <span className="quiet small">{words.nothing}</span> : null}
        </div>
      )}
      <NotNow actions={own.filter(({ allowed }) => !allowed)} />
    </section>
  );
};
