/** The part of JSON Schema that the input kinds of a lifecycle use (z.toJSONSchema). */
export interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly 'x-choices'?: readonly { readonly value: string; readonly title: string }[];
  readonly 'x-reference'?: 'person' | 'staff' | 'document' | 'letter' | 'division';
}

export type FieldKind =
  | 'member'
  | 'person'
  | 'persons'
  | 'staff'
  | 'letter'
  | 'document'
  | 'documents'
  | 'division'
  | 'choice'
  | 'choices'
  | 'date'
  | 'flag'
  | 'number'
  | 'list'
  | 'group'
  | 'longText'
  | 'text';

/** A field that holds ids of something is a choice or an upload; a list of them several. */
const references: Readonly<Record<NonNullable<JsonSchema['x-reference']>, readonly [one: FieldKind, many: FieldKind]>> =
  {
    person: ['person', 'persons'],
    staff: ['staff', 'staff'],
    document: ['document', 'documents'],
    letter: ['letter', 'letter'],
    division: ['division', 'division'],
  };

/** From this length on a text gets several lines. */
const LONG = 300;

export const fieldKind = (name: string, schema: JsonSchema): FieldKind => {
  const reference = schema['x-reference'];
  if (reference) return references[reference][schema.type === 'array' ? 1 : 0];
  if (name === 'member' && schema.type === 'object') return 'member';
  if (schema.enum) return 'choice';
  if (schema.format === 'date' || (schema.type === 'string' && name.endsWith('On'))) return 'date';
  if (schema.type === 'boolean') return 'flag';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'object') return 'group';
  if (schema.type === 'array') return schema.items?.enum ? 'choices' : 'list';
  return (schema.maxLength ?? 0) > LONG ? 'longText' : 'text';
};

export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const asObject = (value: Json): JsonObject => (isObject(value) ? value : {});
export const asList = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);

export const isRequired = (schema: JsonSchema, name: string): boolean => schema.required?.includes(name) ?? false;

/** What a new form shows: defaults, and as many rows as a list needs at least. */
export const initialValue = (schema: JsonSchema): Json => {
  if (schema.default !== undefined) return schema.default as Json;
  if (schema.type === 'object') {
    const filled = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
      const value = isRequired(schema, name) || inner.default !== undefined ? initialValue(inner) : undefined;
      return value === undefined ? [] : [[name, value] as const];
    });
    return Object.fromEntries(filled);
  }
  if (schema.type === 'array' && schema.items?.type === 'object') {
    return Array.from({ length: schema.minItems ?? 0 }, () => initialValue(schema.items ?? {}));
  }
  return undefined;
};

const isEmpty = (value: Json): boolean =>
  value === undefined || value === null || value === '' || (isObject(value) && Object.keys(value).length === 0);

/** What is sent: texts trimmed, nothing that was left empty, so that an optional field is absent and not ''. */
export const clean = (value: Json): Json => {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return (value as readonly Json[]).map(clean).filter((item) => !isEmpty(item));
  if (!isObject(value)) return value;
  const kept = Object.entries(value)
    .map(([name, inner]) => [name, clean(inner)] as const)
    .filter(([, inner]) => !isEmpty(inner));
  return Object.fromEntries(kept);
};

/** An optional group is sent only when something besides its defaults was filled in. */
export const withoutUntouched = (schema: JsonSchema, value: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(value).filter(([name, inner]) => {
      const part = schema.properties?.[name];
      if (!part || part.type !== 'object' || isRequired(schema, name)) return true;
      return JSON.stringify(clean(inner)) !== JSON.stringify(clean(initialValue(part)));
    }),
  );
