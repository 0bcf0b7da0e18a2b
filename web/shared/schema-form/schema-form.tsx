import { Button } from 'antd';
import type { ComponentType } from 'react';
import { pathTo, problemsUnder, type Problems } from './check';
import * as controls from './controls';
import { DocumentControl, DocumentsControl } from './document-control';
import { Field } from './field';
import { labelOf } from './labels';
import {
  asList,
  asObject,
  fieldKind,
  initialValue,
  isRequired,
  type FieldKind,
  type Json,
  type JsonObject,
  type JsonSchema,
} from './schema';
import type { ControlProps } from './world';

const simple: Partial<Readonly<Record<FieldKind, ComponentType<ControlProps>>>> = {
  member: controls.MemberControl,
  person: controls.PersonControl,
  persons: controls.PersonsControl,
  staff: controls.StaffControl,
  letter: controls.LetterControl,
  document: DocumentControl,
  documents: DocumentsControl,
  division: controls.DivisionControl,
  choice: controls.ChoiceControl,
  choices: controls.ChoicesControl,
  date: controls.DateControl,
  flag: controls.FlagControl,
  number: controls.NumberControl,
  longText: controls.LongTextControl,
  text: controls.TextControl,
};

/** Lists that are one control: what is wrong with an item is said of the whole. */
const asWhole: ReadonlySet<FieldKind> = new Set(['persons', 'documents', 'choices']);

const firstOf = (problems: Problems, path: string): string | undefined =>
  Object.entries(problems).find(([at]) => at.startsWith(`${path}[`))?.[1];

/** Several controls under one label. */
const grouped: ReadonlySet<FieldKind> = new Set(['member', 'persons', 'choices', 'flag']);

export interface FormProps<Value extends Json> {
  /** Prefix of the ids of the controls, unique on the page. */
  readonly id: string;
  readonly schema: JsonSchema;
  readonly value: Value;
  readonly problems: Problems;
  readonly path?: string;
  readonly change: (value: JsonObject) => void;
}

interface EntryProps {
  readonly id: string;
  readonly name: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
  readonly value: Json;
  readonly path: string;
  readonly problems: Problems;
  readonly change: (value: Json) => void;
}

const ListEntry = ({ id, name, schema, value, path, problems, change }: EntryProps) => {
  const items = asList(value);
  const inner = schema.items ?? {};
  const at = (index: number): string => `${id}-${index}`;
  const put = (index: number, item: Json): void => change(items.map((old, i) => (i === index ? item : old)));
  return (
    <>
      {items.map((item, index) => (
        <fieldset key={index} className="list-item">
          <legend>{`第${index + 1}项`}</legend>
          {inner.type === 'object' ? (
            <SchemaForm
              id={at(index)}
              schema={inner}
              value={asObject(item)}
              path={pathTo(path, index)}
              problems={problems}
              change={(next) => put(index, next)}
            />
          ) : (
            <controls.TextControl
              id={at(index)}
              name={name}
              schema={inner}
              value={item}
              problem={problems[pathTo(path, index)]}
              change={(next) => put(index, next)}
            />
          )}
          {items.length > (schema.minItems ?? 0) ? (
            <Button size="small" onClick={() => change(items.filter((_, i) => i !== index))}>
              {`删去第${index + 1}项`}
            </Button>
          ) : null}
        </fieldset>
      ))}
      <Button size="small" onClick={() => change([...items, initialValue(inner)])}>
        {`增加${labelOf(name, schema)}`}
      </Button>
    </>
  );
};

const Entry = (props: EntryProps) => {
  const { id, name, schema, required, value, path, problems, change } = props;
  const kind = fieldKind(name, schema);
  const label = labelOf(name, schema);
  const Control = simple[kind];
  const problem = problems[path] ?? (asWhole.has(kind) ? firstOf(problems, path) : undefined);
  if (Control) {
    const props = { id, name, schema, value, problem, change, within: problemsUnder(problems, path) };
    return (
      <Field id={id} label={label} required={required} problem={problem} group={grouped.has(kind)}>
        <Control {...props} />
      </Field>
    );
  }
  return (
    <Field id={id} label={label} required={required} problem={problem} group>
      {kind === 'group' ? (
        <div className="list-item">
          <SchemaForm id={id} schema={schema} value={asObject(value)} path={path} problems={problems} change={change} />
        </div>
      ) : (
        <ListEntry {...props} />
      )}
    </Field>
  );
};

/** A form drawn from the JSON schema of an input kind: the lifecycle says what an action needs, nobody draws it by hand. */
export const SchemaForm = ({ id, schema, value, problems, path = '', change }: FormProps<JsonObject>) => (
  <div className={path === '' ? 'fields' : 'fields fields-inner'}>
    {Object.entries(schema.properties ?? {}).map(([name, inner]) => (
      <Entry
        key={name}
        id={`${id}-${name}`}
        name={name}
        schema={inner}
        required={isRequired(schema, name) || (inner.default !== undefined && inner.type !== 'array')}
        value={value[name]}
        path={pathTo(path, name)}
        problems={problems}
        change={(next) => change({ ...value, [name]: next })}
      />
    ))}
  </div>
);
