import { z } from 'zod';
import { inputKinds, type InputKind } from '../../domain/lifecycle/inputs';
import { actionInputs } from '../cases/inputs';
import { choiceTitles, fieldTitles, references } from './titles';

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Zod's pattern of a civil date is a check of its own; forms need to know that a date is meant. */
const isDate = (name: string): boolean => /[a-z]On$/.test(name);

const titled = (name: string, schema: Json): Json => ({
  title: fieldTitles[name] ?? name,
  ...schema,
  ...(isDate(name) && { format: 'date' }),
  ...(references[name] && { 'x-reference': references[name] }),
});

const choices = (schema: Json): Json => {
  const options = schema['enum'];
  return Array.isArray(options)
    ? {
        ...schema,
        'x-choices': options.map((value) => ({
          value: String(value),
          title: choiceTitles[String(value)] ?? String(value),
        })),
      }
    : schema;
};

/** Titles on every field and choice, however deep. */
const dressed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(dressed);
  if (!isJson(schema)) return schema;
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === 'properties' ? value : dressed(value)]),
  );
  const { properties } = schema;
  if (!isJson(properties)) return choices(inner);
  const fields = Object.entries(properties).map(([name, field]) => [name, titled(name, dressed(field) as Json)]);
  return { ...inner, properties: Object.fromEntries(fields) };
};

/** The JSON Schema of an input kind as it is entered, with Chinese titles: enough to draw the form. */
export const formSchema = (kind: InputKind): Json => {
  const { $schema: _schema, ...schema } = z.toJSONSchema(actionInputs[kind], {
    io: 'input',
    unrepresentable: 'any',
  }) as Json;
  return { title: inputKinds[kind], ...(dressed(schema) as Json) };
};

export const formSchemas = (): Readonly<Record<string, Json>> =>
  Object.fromEntries((Object.keys(inputKinds) as InputKind[]).map((kind) => [kind, formSchema(kind)]));
