import { randomUUID } from 'node:crypto';
import type { InputKind } from '../../../domain/lifecycle/inputs';
import { acrossFields } from './across-fields';
import { isDate, referredBy, rightInput, schemaOf, type Ids, type Schema } from './right';

/** An input with one thing wrong in it, and the path of the field that is to be named. */
export interface Wrong {
  readonly why: string;
  readonly path: string;
  readonly input: unknown;
  /** Where a single field was changed, and to what. */
  readonly put?: { readonly steps: readonly Step[]; readonly value: unknown };
}

export type Step = string | number;
type Fault = readonly [why: string, value: unknown];

const pathOf = (steps: readonly Step[]): string =>
  steps.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : `${text}.${step}`), 'input');

const changed = (value: unknown, [step, ...rest]: readonly Step[], to: unknown): unknown => {
  if (step === undefined) return to;
  if (Array.isArray(value)) return value.map((item, at) => (at === step ? changed(item, rest, to) : item));
  const { [step as string]: inner, ...others } = value as Record<string, unknown>;
  const next = changed(inner, rest, to);
  return next === undefined ? others : { ...others, [step]: next };
};

const at = (value: unknown, steps: readonly Step[]): unknown =>
  steps.reduce<unknown>((inner, step) => (inner as Readonly<Record<Step, unknown>> | undefined)?.[step], value);

const ofText = (name: string, { pattern, minLength, maxLength }: Schema): readonly Fault[] => [
  ['of a wrong type', 7],
  ...(pattern === undefined || minLength !== undefined ? [] : [['malformed', '12.3.4'] as const]),
  ...(minLength === undefined ? [] : [['blank', '   '] as const]),
  ...(minLength !== undefined && minLength > 1 ? [['too short', '无'.repeat(minLength - 1)] as const] : []),
  ...(maxLength === undefined ? [] : [['too long', '长'.repeat(maxLength + 1)] as const]),
  ...(isDate(name, { type: 'string' })
    ? ([
        ['a day that there is not', '2022-02-30'],
        ['a date of another form', '20220701'],
      ] as const)
    : []),
];

const ofNumber = ({ type, minimum, maximum }: Schema): readonly Fault[] => [
  ['of a wrong type', '三'],
  ...(type === 'integer' ? [['not whole', 3.5] as const] : []),
  ['negative', -1],
  ...(minimum !== undefined && minimum > 0 ? [['too small', minimum - 1] as const] : []),
  ...(maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? [['too great', maximum + 1] as const] : []),
];

const ofReference = (name: string, strangers: Ids): readonly Fault[] => {
  const referred = referredBy(name);
  if (!referred) return [];
  if (referred === 'division')
    return [
      ['a place that there is not', '999999999'],
      ['malformed', '5305'],
    ];
  const stranger = strangers[referred][0];
  return [
    ['no id', '某某'],
    ['the id of nothing', randomUUID()],
    ...(stranger === undefined ? [] : [['the id of something of another case', stranger] as const]),
  ];
};

const faultsOf = (name: string, schema: Schema, strangers: Ids): readonly Fault[] => {
  if (schema.type === 'object') return [['of a wrong type', '不是一组']];
  if (schema.type === 'array')
    return [['of a wrong type', '不是一列'], ...((schema.minItems ?? 0) > 0 ? [['empty', []] as const] : [])];
  if (schema.enum) return [['no choice of the list', 'somethingElse']];
  if (schema.type === 'boolean') return [['of a wrong type', '是']];
  if (schema.type === 'integer' || schema.type === 'number') return ofNumber(schema);
  // Numbers of cards and the like: taken as text or as a number.
  if (schema.type === undefined) return [];
  return [...ofText(name, schema), ...ofReference(name, strangers)];
};

/** What lies within a field that the right input fills in: of a list its first row. */
const within = (
  name: string,
  schema: Schema,
  steps: readonly Step[],
  base: unknown,
  strangers: Ids,
): readonly Wrong[] => {
  if (at(base, steps) === undefined) return [];
  if (schema.type === 'object') return wrongWithin(schema, steps, base, strangers);
  const { items } = schema;
  if (!items) return [];
  const row = [...steps, 0];
  const own = faultsOf(name, items, strangers).map(([why, value]): Wrong => ({
    why,
    path: pathOf(row),
    input: changed(base, row, value),
  }));
  return [...own, ...within(name, items, row, base, strangers)];
};

const wrongWithin = (schema: Schema, steps: readonly Step[], base: unknown, strangers: Ids): readonly Wrong[] => [
  {
    why: 'a field that there is not',
    path: pathOf([...steps, 'surplus']),
    input: changed(base, [...steps, 'surplus'], 1),
  },
  ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const here = [...steps, name];
    const missing: readonly Fault[] =
      schema.required?.includes(name) && inner.default === undefined ? [['missing', undefined]] : [];
    const faults = [...missing, ...faultsOf(name, inner, strangers)];
    return [
      ...faults.map(([why, value]): Wrong => ({
        why,
        path: pathOf(here),
        input: changed(base, here, value),
        put: { steps: here, value },
      })),
      ...within(name, inner, here, base, strangers),
    ];
  }),
];

/**
 * All that can be wrong in an input of a kind, one thing at a time: derived from its schema, and by hand what holds
 * between its fields. `strangers`: ids that belong to another case.
 */
export const wrongInputs = (kind: InputKind, ids: Ids, strangers: Ids): readonly Wrong[] => {
  const base = rightInput(kind, ids);
  const between = (acrossFields[kind] ?? []).map(({ path, put }): Wrong => ({
    why: 'fields against each other',
    path: `input.${path}`,
    input: Object.entries(put).reduce<unknown>(
      (input, [at, value]) =>
        changed(
          input,
          at.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
          value,
        ),
      base,
    ),
  }));
  return [...wrongWithin(schemaOf(kind), [], base, strangers), ...between];
};

const overlap = (one: readonly Step[], other: readonly Step[]): boolean =>
  one.every((step, at) => at >= other.length || other[at] === step);

/** One input with all at once that can be wrong in it, of what is wanted: at most one fault a field. */
export const wrongTogether = (
  kind: InputKind,
  ids: Ids,
  strangers: Ids,
  wanted: (wrong: Wrong & { readonly put: NonNullable<Wrong['put']> }) => boolean,
): { readonly input: unknown; readonly faults: readonly (readonly Step[])[] } =>
  wrongInputs(kind, ids, strangers).reduce<{ input: unknown; faults: readonly (readonly Step[])[] }>(
    (sofar, { put, ...wrong }) =>
      put && wanted({ ...wrong, put }) && !sofar.faults.some((steps) => overlap(steps, put.steps))
        ? { input: changed(sofar.input, put.steps, put.value), faults: [...sofar.faults, put.steps] }
        : sofar,
    { input: rightInput(kind, ids), faults: [] },
  );
