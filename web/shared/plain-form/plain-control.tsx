import { Input, Select } from 'antd';
import { described } from '../schema-form/field';
import { PlaceControl } from './place-control';
import type { PlainField } from './plain-field';

interface Props {
  readonly id: string;
  readonly field: PlainField;
  readonly value: string;
  readonly problem: string | undefined;
  readonly change: (value: string) => void;
}

const ChoiceControl = ({ id, field, value, problem, change }: Props) => (
  <Select
    {...described(id, problem)}
    {...(value ? { value } : {})}
    placeholder={`选择${field.label}`}
    allowClear={!field.required}
    showSearch={{ optionFilterProp: 'label' }}
    options={[...(field.options ?? [])]}
    onChange={(next: string | undefined) => change(next ?? '')}
  />
);

const control: Readonly<Record<PlainField['type'], (props: Props) => React.JSX.Element>> = {
  text: ({ id, value, problem, change }) => (
    <Input {...described(id, problem)} value={value} onChange={({ target }) => change(target.value)} />
  ),
  long: ({ id, value, problem, change }) => (
    <Input.TextArea
      {...described(id, problem)}
      rows={4}
      value={value}
      onChange={({ target }) => change(target.value)}
    />
  ),
  date: ({ id, value, problem, change }) => (
    <Input
      {...described(id, problem)}
      type="date"
      className="date"
      value={value}
      onChange={({ target }) => change(target.value)}
    />
  ),
  secret: ({ id, value, problem, change }) => (
    <Input.Password
      {...described(id, problem)}
      autoComplete="new-password"
      value={value}
      onChange={({ target }) => change(target.value)}
    />
  ),
  choice: ChoiceControl,
  place: ({ id, field, value, problem, change }) => (
    <PlaceControl
      id={id}
      label={field.label}
      root={field.root ?? ''}
      {...(field.deepest ? { deepest: field.deepest } : {})}
      value={value}
      problem={problem}
      change={change}
    />
  ),
};

export const PlainControl = (props: Props) => control[props.field.type](props);
