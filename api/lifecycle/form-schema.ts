import { z } from 'zod';
import { inputKinds, type InputKind } from '../../domain/lifecycle/inputs';
import { words } from '../assessments/words';
import { actionInputs } from '../cases/inputs';
import { choiceTitles, fieldTitles, references } from './titles';

type Json = Record<string, unknown>;

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Zod's pattern of a civil date is a check of its own; forms need to know that a date is meant. */
const isDate = (name: string): boolean => /[a-z]On$/.test(name);

/** What the schema itself calls the field, before any list of its choices. */
const described = ({ description }: Json): string | undefined =>
  typeof description === 'string' ? description.split(/[::]/)[0] : undefined;

/** An application has fields of its own under names that mean something else in the forms of steps. */
type TitleOf = (name: string, schema: Json) => string;
const asInForms: TitleOf = (name, schema) => fieldTitles[name] ?? described(schema) ?? name;
const asDescribed: TitleOf = (name, schema) => described(schema) ?? fieldTitles[name] ?? name;

const titled = (name: string, schema: Json, titleOf: TitleOf): Json => ({
  ...schema,
  title: titleOf(name, schema),
  ...(isDate(name) && { format: 'date' }),
  ...(references[name] && { 'x-reference': references[name] }),
});

interface Choice {
  readonly value: string;
  readonly title: string;
}

/** Choices that the rules take in several spellings: offered once each, under the first Chinese one. */
const spelled = (options: readonly unknown[]): readonly Choice[] | undefined => {
  const group = Object.values<Readonly<Record<string, readonly string[]>>>(words).find((choices) => {
    const known = new Set(Object.entries(choices).flatMap(([choice, spellings]) => [choice, ...spellings]));
    return known.size === options.length && options.every((option) => known.has(String(option)));
  });
  return group && Object.entries(group).map(([value, spellings]) => ({ value, title: spellings[0] ?? value }));
};

const titleOf = (field: string, value: string): string =>
  choiceTitles[`${field}.${value}`] ?? choiceTitles[value] ?? value;

const withChoices = (field: string, schema: Json): Json => {
  const options = schema['enum'];
  if (!Array.isArray(options)) return schema;
  const own = options.map((value) => ({ value: String(value), title: titleOf(field, String(value)) }));
  return { ...schema, 'x-choices': spelled(options) ?? own };
};

/** Asked for by a page of its own, not by the form of the action. */
const isElsewhere = (schema: unknown): boolean => isJson(schema) && schema['x-elsewhere'] === true;

/** Titles on every field and choice, however deep. */
const dressed = (schema: unknown, titleOf: TitleOf, field = ''): unknown => {
  if (Array.isArray(schema)) return schema.map((one) => dressed(one, titleOf, field));
  if (!isJson(schema)) return schema;
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === 'properties' ? value : dressed(value, titleOf, field)]),
  );
  const { properties } = schema;
  if (!isJson(properties)) return withChoices(field, inner);
  const fields = Object.entries(properties)
    .filter(([, one]) => !isElsewhere(one))
    .map(([name, one]) => [name, titled(name, dressed(one, titleOf, name) as Json, titleOf)]);
  return { ...inner, properties: Object.fromEntries(fields) };
};

const schemaOf = (entered: z.ZodType, titleOf: TitleOf): Json => {
  const { $schema: _schema, ...schema } = z.toJSONSchema(entered, { io: 'input', unrepresentable: 'any' }) as Json;
  return dressed(schema, titleOf) as Json;
};

/** The JSON Schema of something that has an id in the document, titled by its own descriptions. */
export const describedSchema = (entered: z.ZodType, id: string): Json => {
  const { $defs: definitions } = schemaOf(entered, asDescribed);
  const own = isJson(definitions) ? definitions[id] : undefined;
  return isJson(own) ? own : {};
};

/** The JSON Schema of an input kind as it is entered, with Chinese titles: enough to draw the form. */
export const formSchema = (kind: InputKind): Json => ({
  title: inputKinds[kind],
  ...schemaOf(actionInputs[kind], asInForms),
});

export const formSchemas = (): Readonly<Record<string, Json>> =>
  Object.fromEntries((Object.keys(actionInputs) as InputKind[]).map((kind) => [kind, formSchema(kind)]));
