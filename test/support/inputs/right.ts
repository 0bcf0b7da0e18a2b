import { z } from 'zod';
import { actionInputs } from '../../../api/cases/inputs';
import { references } from '../../../api/lifecycle/titles';
import type { InputKind } from '../../../domain/lifecycle/inputs';

/** The part of JSON Schema that the input kinds come out in. */
export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

type Referred = (typeof references)[string];
/** What the ids of an input point to; of staff at least two, who are different people. */
export type Ids = Readonly<Record<Exclude<Referred, 'division'> | 'case', readonly string[]>>;

export const schemaOf = (kind: InputKind): Schema =>
  z.toJSONSchema(actionInputs[kind] as z.ZodType, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Schema;

/** Where an id points, by the name of its field: what only one page asks for stands here. */
export const referredBy = (name: string): Referred | 'case' | undefined =>
  references[name] ?? ({ signatureId: 'document', temporaryCaseId: 'case' } as const)[name];

export const isDate = (name: string, { type }: Schema): boolean => type === 'string' && /(^o|[a-z]O)n$/.test(name);

const WORDS = '按规定如实填写';
const patterned = ['530581002', '2022-07', '420.00'];

const textFor = ({ pattern, maxLength = 100 }: Schema): string => {
  if (pattern === undefined) return WORDS.slice(0, maxLength);
  const fitting = patterned.find((text) => new RegExp(pattern).test(text));
  if (fitting === undefined) throw new Error(`no example for ${pattern}: add one`);
  return fitting;
};

/** A member of a household says more than its schema: whom the number of the identity card is about. */
const whole: Readonly<Record<string, unknown>> = {
  member: { name: '测试新成员', relation: 'child', birthDate: '2020-05-05', sex: 'female' },
};

const valueFor = (name: string, schema: Schema, ids: Ids, at = 0): unknown => {
  if (name in whole) return whole[name];
  if (schema.type === 'array') {
    const count = Math.max(schema.minItems ?? 1, 1);
    return Array.from({ length: count }, (_, index) => valueFor(name, schema.items ?? {}, ids, index));
  }
  if (schema.type === 'object') return rightFor(schema, ids, at);
  const referred = referredBy(name);
  if (referred && referred !== 'division') return ids[referred][at % ids[referred].length];
  if (schema.enum) return schema.enum[0];
  if (schema.type === 'boolean') return false;
  if (schema.type === 'integer') return Math.max(schema.minimum ?? 1, 1);
  return isDate(name, schema) ? '2022-07-01' : textFor(schema);
};

const rightFor = (schema: Schema, ids: Ids, at: number): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, valueFor(name, inner, ids, at)]),
  );

/** An input in which every field is filled in, and rightly: whatever is changed in it is what is wrong with it. */
export const rightInput = (kind: InputKind, ids: Ids): Readonly<Record<string, unknown>> => {
  const input = rightFor(schemaOf(kind), ids, 0);
  (actionInputs[kind] as z.ZodType).parse(input);
  return input;
};
