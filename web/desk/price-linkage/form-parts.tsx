import { Input, Select } from 'antd';
import { described, Field } from '../../shared/schema-form/field';
import type { ProblemError } from '../../shared/api/problem';
import { texts } from './texts';

export type Problems = Readonly<Record<string, string | undefined>>;

/** What the server said of each field, by the last part of its path. */
export const problemsOf = (problem: ProblemError): Problems =>
  Object.fromEntries(problem.fields.map(({ path, message }) => [path.split('.').at(-1) ?? path, message]));

/** A sentence for each field that must be filled and is not. */
export const missing = (values: Readonly<Record<string, string>>, labels: Readonly<Record<string, string>>): Problems =>
  Object.fromEntries(
    Object.entries(labels)
      .filter(([name]) => (values[name] ?? '').trim() === '')
      .map(([name, label]) => [name, texts.required(label)]),
  );

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly put: (value: string) => void;
  readonly problem?: string | undefined;
  readonly type?: 'text' | 'date' | 'month';
  readonly required?: boolean;
  readonly hint?: string;
}

export const TextField = ({ id, label, value, put, problem, type = 'text', required = false, hint }: Props) => (
  <Field id={id} label={label} required={required} problem={problem} hint={hint}>
    <Input {...described(id, problem)} type={type} value={value} onChange={({ target }) => put(target.value)} />
  </Field>
);

interface ChoiceProps extends Omit<Props, 'type'> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export const ChoiceField = ({ id, label, value, put, problem, required = false, options }: ChoiceProps) => (
  <Field id={id} label={label} required={required} problem={problem}>
    <Select
      {...described(id, problem)}
      value={value === '' ? null : value}
      allowClear={!required}
      placeholder={required ? texts.choose : texts.preview.none}
      options={[...options]}
      onChange={(next: string | null | undefined) => put(next ?? '')}
    />
  </Field>
);
