import { Alert, Button } from 'antd';
import { useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { asProblem } from '../api/problem';
import { useKeptInput } from '../kept-input';
import { Field } from '../schema-form/field';
import { PlainControl } from './plain-control';
import type { PlainField, PlainValues } from './plain-field';
import './plain-form.css';

interface Props {
  /** Unique on the page; kept input goes by it. */
  readonly id: string;
  readonly fields: readonly PlainField[];
  readonly initial?: PlainValues;
  readonly send: (values: PlainValues) => Promise<unknown>;
  readonly submit: string;
  readonly done?: () => void;
  /** Secrets are never kept. */
  readonly secret?: boolean;
  readonly primary?: boolean;
  /** What was sent stays in the form, as in a search. */
  readonly keep?: boolean;
  readonly children?: ReactNode;
}

type Problems = Readonly<Record<string, string>>;

const missingIn = (fields: readonly PlainField[], values: PlainValues): Problems =>
  Object.fromEntries(
    fields
      .filter(({ name, required }) => required && (values[name] ?? '').trim() === '')
      .map(({ name, label, type }) => [name, `${type === 'choice' || type === 'place' ? '请选择' : '请填写'}${label}`]),
  );

/** What was typed, without what was left empty. */
const filledIn = (values: PlainValues): PlainValues =>
  Object.fromEntries(
    Object.entries(values)
      .map(([name, value]) => [name, value.trim()])
      .filter(([, value]) => value !== ''),
  );

/**
 * A short form of words, dates and choices: says beside each field what is wrong, whether it was noticed here or by the
 * server, puts the focus there, and keeps what was typed until it has been taken.
 */
export const PlainForm = ({
  id,
  fields,
  initial = {},
  send,
  submit,
  done,
  secret,
  keep,
  primary = true,
  children,
}: Props) => {
  const kept = useKeptInput<PlainValues>(`plain:${id}`, initial);
  const own = useState<PlainValues>(initial);
  const [values, setValues] = secret ? own : [kept.value, kept.setValue];
  const [problems, setProblems] = useState<Problems>({});
  const [general, setGeneral] = useState('');
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const show = (found: Problems, sentence: string): void => {
    setProblems(found);
    setGeneral(sentence);
    const first = fields.find(({ name }) => found[name]);
    if (first) form.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${first.name}`)}`)?.focus();
  };
  const submitForm = async (): Promise<void> => {
    const missing = missingIn(fields, values);
    if (Object.keys(missing).length > 0) return show(missing, '');
    setBusy(true);
    try {
      await send(filledIn(values));
      show({}, '');
      if (!keep) {
        if (secret) own[1](initial);
        else kept.clear();
      }
      done?.();
    } catch (error) {
      const problem = asProblem(error);
      show(Object.fromEntries(problem.fields.map(({ path, message }) => [path, message])), problem.message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      ref={form}
      noValidate
      aria-label={submit}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void submitForm();
      }}
    >
      {general ? <Alert type="error" className="gap" title={general} /> : null}
      <div className="plain-fields">
        {fields.map((field) => (
          <Field
            key={field.name}
            id={`${id}-${field.name}`}
            label={field.label}
            required={field.required ?? false}
            problem={problems[field.name]}
            {...(field.hint ? { hint: field.hint } : {})}
          >
            <PlainControl
              id={`${id}-${field.name}`}
              field={field}
              value={values[field.name] ?? ''}
              problem={problems[field.name]}
              change={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
            />
          </Field>
        ))}
      </div>
      {children}
      <div className="form-foot">
        <Button {...(primary ? { type: 'primary' as const } : {})} htmlType="submit" loading={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
};
