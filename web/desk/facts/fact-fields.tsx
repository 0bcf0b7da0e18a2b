import { Checkbox, Input, InputNumber, Select } from 'antd';
import { described, Field } from '../../shared/schema-form/field';
import type { Choice } from '../../shared/schema-form/world';
import type { FactContent, FactField } from './fields';

interface Props {
  readonly id: string;
  readonly fields: readonly FactField[];
  readonly value: FactContent;
  readonly members: readonly Choice[];
  readonly problems: Readonly<Record<string, string>>;
  readonly change: (value: FactContent) => void;
}

interface ControlProps {
  readonly id: string;
  readonly field: FactField;
  readonly value: unknown;
  readonly problem: string | undefined;
  readonly members: readonly Choice[];
  readonly change: (value: unknown) => void;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const Control = ({ id, field, value, problem, members, change }: ControlProps) => {
  const common = described(id, problem);
  switch (field.type) {
    case 'choice':
      return (
        <Select
          {...common}
          value={text(value) || null}
          options={[...field.choices]}
          placeholder="请选择"
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(next: string) => change(next)}
        />
      );
    case 'member':
      return (
        <Select
          {...common}
          value={text(value) || null}
          options={[...members]}
          placeholder={field.required ? '请选择' : '全家'}
          allowClear
          onChange={(next: string | undefined) => change(next)}
        />
      );
    case 'count':
      return (
        <InputNumber
          {...common}
          min={0}
          precision={0}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => change(next ?? undefined)}
        />
      );
    case 'flag':
      return (
        <Checkbox id={id} checked={value === true} onChange={({ target }) => change(target.checked ? true : undefined)}>
          {field.label}
        </Checkbox>
      );
    case 'date':
      return <Input {...common} type="date" value={text(value)} onChange={({ target }) => change(target.value)} />;
    case 'yuan':
      return (
        <Input
          {...common}
          inputMode="decimal"
          value={text(value)}
          onChange={({ target }) => change(target.value.replace(/[,,\s元]/g, ''))}
        />
      );
    case 'text':
      return <Input {...common} maxLength={100} value={text(value)} onChange={({ target }) => change(target.value)} />;
  }
};

interface EntryProps extends Omit<Props, 'fields'> {
  readonly field: FactField;
}

const Entry = ({ id, field, value, members, problems, change }: EntryProps) => {
  const own = `${id}-${field.name}`;
  const problem = problems[field.name];
  const control = (
    <Control
      id={own}
      field={field}
      value={value[field.name]}
      problem={problem}
      members={members}
      change={(next) => change({ ...value, [field.name]: next })}
    />
  );
  // A box carries its own words.
  if (field.type === 'flag') return <div className="field box">{control}</div>;
  return (
    <Field id={own} label={field.label} required={field.required ?? false} problem={problem}>
      {control}
    </Field>
  );
};

/** The fields of one fact in a compact row. */
export const FactFields = ({ fields, ...props }: Props) => (
  <div className="fact-row">
    {fields.map((field) => (
      <Entry key={field.name} field={field} {...props} />
    ))}
  </div>
);
