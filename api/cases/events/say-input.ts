import { findDivision, pathOf } from '../../../domain/divisions';

/** One line of what was entered: a field with its value, or the heading of a group (no value) above its lines. */
export interface SaidLine {
  readonly label: string;
  readonly value?: string;
  /** How deep the line lies: 0 at the top. */
  readonly depth: number;
  /** A document that the line names. */
  readonly documentId?: string;
}

type Json = Readonly<Record<string, unknown>>;

/** What ids stand for: people, staff, documents, letters; unknown ids stay out of sight. */
export type Names = ReadonlyMap<string, string>;

interface Field {
  readonly label: string;
  readonly schema: Json;
  readonly depth: number;
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The part of a choice of schemas that knows the fields. */
const objectOf = (schema: Json): Json => {
  if (isJson(schema['properties'])) return schema;
  const options = [...listOf(schema['anyOf']), ...listOf(schema['oneOf']), ...listOf(schema['allOf'])].filter(isJson);
  return options.map(objectOf).find((one) => isJson(one['properties'])) ?? schema;
};

const choiceOf = (schema: Json, value: string): string | undefined =>
  listOf(schema['x-choices'])
    .filter(isJson)
    .flatMap((choice) => (choice['value'] === value ? [String(choice['title'])] : []))[0];

const sayValue = (schema: Json, value: unknown, names: Names): string => {
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = String(value);
  if (schema['x-reference'] === 'division' && findDivision(text)) return pathOf(text);
  const day = DATE.exec(text);
  if (day) return `${day[1]}年${Number(day[2])}月${Number(day[3])}日`;
  return choiceOf(schema, text) ?? names.get(text) ?? (ID.test(text) ? '(已登记)' : text);
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const sayOne = (field: Field, value: unknown, names: Names): readonly SaidLine[] => {
  const { label, schema, depth } = field;
  if (isEmpty(value)) return [];
  if (Array.isArray(value)) {
    const items = isJson(schema['items']) ? schema['items'] : {};
    return value.flatMap((one, index) =>
      sayOne({ label: value.length > 1 ? `${label}${index + 1}` : label, schema: items, depth }, one, names),
    );
  }
  if (isJson(value)) return [{ label, depth }, ...sayFields(objectOf(schema), value, depth + 1, names)];
  const isDocument = schema['x-reference'] === 'document';
  return [{ label, depth, value: sayValue(schema, value, names), ...(isDocument && { documentId: String(value) }) }];
};

const sayFields = (schema: Json, value: Json, depth: number, names: Names): readonly SaidLine[] => {
  const fields = isJson(schema['properties']) ? schema['properties'] : {};
  return Object.entries(fields).flatMap(([name, one]) => {
    const field = isJson(one) ? one : {};
    const reference = field['x-reference'];
    const items = isJson(field['items']) ? { ...field['items'], 'x-reference': reference } : undefined;
    const schemaOf = items ? { ...field, items } : field;
    return sayOne({ label: String(field['title'] ?? name), schema: schemaOf, depth }, value[name], names);
  });
};

/** What was entered in a form, in the order and the words of the form. */
export const sayInput = (schema: Json, input: unknown, names: Names): readonly SaidLine[] =>
  isJson(input) ? sayFields(objectOf(schema), input, 0, names) : [];
