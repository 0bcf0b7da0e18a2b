import { Button } from 'antd';
import { useState } from 'react';
import { ProblemError } from '../../shared/api/problem';
import { PlainForm } from '../../shared/plain-form/plain-form';
import { useChange } from '../../shared/plain-form/use-change';
import { KEY, takeStep, useCasePapers, type ActionName, type RecoveryView } from './api';
import { formOf } from './forms';
import { texts } from './texts';

const { one: words } = texts;

/** Fields of the API lie under `input`; here they have their own names. */
const nearer = (error: unknown): unknown =>
  error instanceof ProblemError
    ? new ProblemError({
        status: error.status,
        code: error.code,
        detail: error.message,
        fields: error.fields.map(({ path, message }) => ({
          path: path
            .replace(/^input\./, '')
            .replace(/^deduction\.amount$/, 'deduction')
            .replace(/^deduction\./, ''),
          message,
        })),
      })
    : error;

const withPapers: readonly ActionName[] = ['proposePlan', 'proposeNewPlan', 'revokeConsent'];
/** Steps for which nobody waits: they open by choice alone. */
const whenNeeded: readonly ActionName[] = ['proposeNewPlan', 'keepPlan', 'revokeConsent', 'proposeWriteOff'];

const Step = ({ view, action }: { readonly view: RecoveryView; readonly action: ActionName }) => {
  const papers = useCasePapers(view.caseId, withPapers.includes(action));
  const change = useChange([KEY]);
  const form = formOf(action, papers.data ?? [], view);
  const label = view.actions.find((one) => one.action === action)?.label ?? '';
  return (
    <PlainForm
      id={`recovery-${view.id}-${action}`}
      fields={form.fields}
      submit={label}
      send={async (values) => {
        try {
          const step = { recoveryId: view.id, action, expectedVersion: view.version, input: form.input(values) };
          await change(step, (key) => takeStep(key, step));
        } catch (error) {
          throw nearer(error);
        }
      }}
    />
  );
};

/** What the reader can do now, one step open at a time, and why the others cannot be done. What has to be done is open. */
export const Steps = ({ view }: { readonly view: RecoveryView }) => {
  const possible = view.actions.filter(({ refusal }) => refusal === null);
  const [chosen, choose] = useState<ActionName>();
  const waiting = possible.find(({ action }) => !whenNeeded.includes(action));
  const active = (possible.find(({ action }) => action === chosen) ?? waiting)?.action;
  return (
    <section className="panel no-print" aria-label={words.now}>
      <h2>{words.now}</h2>
      {waiting ? null : <p className="quiet">{possible.length === 0 ? words.nothing : words.whenNeeded}</p>}
      <div className="filters">
        {possible.length > 1 || !waiting
          ? possible.map(({ action, label }) => (
              <Button key={action} aria-pressed={action === active} onClick={() => choose(action)}>
                {label}
              </Button>
            ))
          : null}
      </div>
      {active === undefined ? null : <Step key={`${active}${view.version}`} view={view} action={active} />}
      <details>
        <summary>{words.notNow}</summary>
        <ul>
          {view.actions
            .filter(({ refusal }) => refusal !== null)
            .map(({ action, label, refusal }) => (
              <li key={action}>{`${label}:${refusal ?? ''}`}</li>
            ))}
        </ul>
      </details>
    </section>
  );
};
