import type { ParameterValue } from '../parameters/resolve';
import { groundIds } from './single-person-grounds';
import { amount, isRecord, ratio } from './override-values';

/** A row of `dibao.increment.rules`: a feature of a member that raises their share. */
export interface IncrementRule {
  readonly feature: string;
  readonly ratio?: string;
  readonly amount?: string;
  readonly minAge?: number;
  readonly maxAge?: number;
  /** Only for disabilities of these grades, of these categories. */
  readonly grades?: readonly number[];
  readonly categories?: readonly string[];
  /** What the ratio is of: the standard (default) or the member's own share. */
  readonly of?: 'standard' | 'share';
}

/** A row of `dibao.tiers`; the first whose bounds all hold is paid, per person. */
export interface Tier {
  readonly name?: string;
  readonly incomeBelow?: string;
  readonly ratioBelow?: string;
  readonly gapAtLeast?: string;
  readonly amount?: string;
  readonly ratio?: string;
}

type Check = (raw: unknown) => ParameterValue | undefined;
type Fields = Readonly<Record<string, (raw: unknown) => unknown>>;

const text = (raw: unknown): string | undefined => (typeof raw === 'string' && raw !== '' ? raw : undefined);
const age = (raw: unknown): number | undefined =>
  typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw <= 150 ? raw : undefined;
const flag = (raw: unknown): boolean | undefined => (typeof raw === 'boolean' ? raw : undefined);

/** Every field known and right, or undefined. */
const row = (raw: unknown, fields: Fields): Record<string, unknown> | undefined => {
  if (!isRecord(raw)) return undefined;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    const checked = Object.hasOwn(fields, key) ? fields[key]?.(value) : undefined;
    if (checked === undefined) return undefined;
    result[key] = checked;
  }
  return result;
};

const rows = (raw: unknown, one: (item: unknown) => unknown): readonly unknown[] | undefined => {
  if (!Array.isArray(raw)) return undefined;
  const checked = raw.map(one);
  return checked.includes(undefined) ? undefined : checked;
};

const record = (raw: unknown, one: (item: unknown) => unknown): Record<string, unknown> | undefined =>
  isRecord(raw) && Object.values(raw).every((item) => one(item) !== undefined) ? raw : undefined;

const paysOnce = (item: Record<string, unknown> | undefined): Record<string, unknown> | undefined =>
  item && (item['amount'] === undefined) !== (item['ratio'] === undefined) ? item : undefined;

const basis = (raw: unknown) => (raw === 'standard' || raw === 'share' ? raw : undefined);
const increment = (raw: unknown) =>
  paysOnce(
    row(raw, {
      feature: text,
      ratio,
      amount,
      minAge: age,
      maxAge: age,
      grades: (list) => rows(list, age),
      categories: (list) => rows(list, text),
      of: basis,
    }),
  );

/** `{elderly: "10%", minor: "100"}`: a percentage of the standard, or yuan. A bare fraction is unclear and refused. */
const shortIncrement = ([feature, value]: [string, unknown]): unknown => {
  if (isRecord(value)) return increment({ feature, ...value });
  if (typeof value === 'string' && value.endsWith('%')) return increment({ feature, ratio: value });
  const yuan = amount(value);
  return yuan === undefined || (Number(yuan) > 0 && Number(yuan) < 2)
    ? undefined
    : increment({ feature, amount: yuan });
};

const tier = (raw: unknown) =>
  paysOnce(row(raw, { name: text, incomeBelow: amount, ratioBelow: ratio, gapAtLeast: amount, amount, ratio }));

const ground = (raw: unknown) => {
  const known = (id: unknown) => (typeof id === 'string' && groundIds.includes(id) ? id : undefined);
  const item = typeof raw === 'string' ? { ground: raw, marginal: true } : raw;
  const checked = row(item, { ground: known, marginal: flag });
  return checked?.['ground'] === undefined ? undefined : { marginal: true, ...checked };
};

const checks: Readonly<Record<string, Check>> = {
  'dibao.class.assigned': (raw) => text(raw) ?? record(raw, text),
  'dibao.tiers': (raw) => rows(raw, tier),
  'dibao.increment.rules': (raw) =>
    isRecord(raw)
      ? rows(Object.entries(raw), (item) => shortIncrement(item as [string, unknown]))
      : rows(raw, increment),
  'dibao.singlePerson.grounds': (raw) => rows(raw, ground),
  'dibao.members.dutyByRelation': (raw) => record(raw, flag),
  'dibao.members.excluded': (raw) => rows(raw, text),
  'dibao.labour.withoutByDisability': (raw) => record(raw, age),
  'dibao.gradualExit.steps': (raw) => rows(raw, (item) => row(item, { fromMonth: age, ratio })),
};

/** The table as the rules read it, or undefined when it is not one. */
export const checkTable = (id: string, raw: unknown): ParameterValue | undefined => checks[id]?.(raw);
