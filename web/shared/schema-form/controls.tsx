import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { PlaceControl } from '../plain-form/place-control';
import { described } from './field';
import { choiceLabel, labelOf } from './labels';
import { asList, type Json } from './schema';
import { useFormWorld, type Choice, type ControlProps } from './world';

const textOf = (value: Json): string => (typeof value === 'string' ? value : '');

export const TextControl = ({ id, schema, value, problem, change }: ControlProps) => (
  <Input
    {...described(id, problem)}
    value={textOf(value)}
    maxLength={schema.maxLength ?? 1000}
    onChange={({ target }) => change(target.value)}
  />
);

export const LongTextControl = ({ id, schema, value, problem, change }: ControlProps) => (
  <Input.TextArea
    {...described(id, problem)}
    value={textOf(value)}
    rows={4}
    maxLength={schema.maxLength ?? 4000}
    onChange={({ target }) => change(target.value)}
  />
);

/** The browser's own date field: light, known to phones and screen readers. */
export const DateControl = ({ id, value, problem, change }: ControlProps) => (
  <Input
    {...described(id, problem)}
    type="date"
    value={textOf(value)}
    className="date"
    onChange={({ target }) => change(target.value)}
  />
);

export const NumberControl = ({ id, schema, value, problem, change }: ControlProps) => (
  <InputNumber
    {...described(id, problem)}
    value={typeof value === 'number' ? value : null}
    min={Math.max(schema.minimum ?? 0, 0)}
    precision={0}
    onChange={(next) => change(typeof next === 'number' ? next : undefined)}
  />
);

export const FlagControl = ({ id, value, change }: ControlProps) => (
  <Radio.Group
    id={id}
    value={value}
    options={[
      { value: true, label: '是' },
      { value: false, label: '否' },
    ]}
    onChange={({ target }) => change(target.value as boolean)}
  />
);

/** Up to this many choices lie open; more are a list. */
const OPEN = 4;

export const ChoiceControl = ({ id, name, schema, value, problem, change }: ControlProps) => {
  const { narrowed } = useFormWorld();
  const allowed = narrowed[name];
  const options = (schema.enum ?? [])
    .map(String)
    .filter((one) => !allowed || allowed.includes(one))
    .map((one) => ({ value: one, label: choiceLabel(name, one, schema) }));
  if (options.length <= OPEN) {
    return (
      <Radio.Group
        id={id}
        value={textOf(value)}
        options={options}
        onChange={({ target }) => change(target.value as string)}
      />
    );
  }
  return (
    <Select
      {...described(id, problem)}
      value={textOf(value) || null}
      options={options}
      placeholder="请选择"
      onChange={(next: string) => change(next)}
    />
  );
};

export const ChoicesControl = ({ name, schema, value, change }: ControlProps) => {
  const options = (schema.items?.enum ?? []).map((one) => ({
    value: String(one),
    label: choiceLabel(name, one, schema.items),
  }));
  const chosen = asList(value).map(String);
  const all = options.map((option) => option.value);
  return (
    <div className="choices">
      <Checkbox
        checked={chosen.length === all.length}
        indeterminate={chosen.length > 0 && chosen.length < all.length}
        onChange={({ target }) => change(target.checked ? all : [])}
      >
        全选
      </Checkbox>
      <Checkbox.Group value={chosen} options={options} onChange={(next) => change(next.map(String))} />
    </div>
  );
};

const Pick = ({
  id,
  value,
  problem,
  change,
  choices,
  empty,
}: ControlProps & { readonly choices: readonly Choice[]; readonly empty: string }) => (
  <Select
    {...described(id, problem)}
    value={textOf(value) || null}
    options={[...choices]}
    placeholder={choices.length === 0 ? empty : '请选择'}
    allowClear
    showSearch={{ optionFilterProp: 'label' }}
    notFoundContent={empty}
    onChange={(next: string | undefined) => change(next)}
  />
);

export const PersonControl = (props: ControlProps) => (
  <Pick {...props} choices={useFormWorld().persons} empty="本案没有可选的家庭成员" />
);
export const StaffControl = (props: ControlProps) => (
  <Pick {...props} choices={useFormWorld().staff} empty="没有可选的工作人员" />
);
export const LetterControl = (props: ControlProps) => (
  <Pick {...props} choices={useFormWorld().letters} empty="本案还没有文书" />
);
/** The province, and from which number of digits on a place is a township or village. */
const PROVINCE = '53';
const TOWNSHIP = 9;
const VILLAGE = 12;

/** Opens in the case's own county; any other of the province can be chosen from there. */
export const DivisionControl = ({ id, name, schema, value, problem, change }: ControlProps) => {
  const { county } = useFormWorld();
  const [place, setPlace] = useState(textOf(value) || county);
  return (
    <PlaceControl
      id={id}
      label={labelOf(name, schema)}
      root={PROVINCE}
      value={place}
      problem={problem}
      deepest={VILLAGE}
      change={(code) => {
        setPlace(code);
        change(code.length >= TOWNSHIP ? code : undefined);
      }}
    />
  );
};

export const PersonsControl = ({ value, change }: ControlProps) => {
  const { persons } = useFormWorld();
  return (
    <Checkbox.Group
      value={asList(value).map(String)}
      options={[...persons]}
      onChange={(next) => change(next.map(String))}
    />
  );
};

export const MemberControl = (props: ControlProps) => {
  const { Member } = useFormWorld();
  return Member ? <Member {...props} /> : null;
};
