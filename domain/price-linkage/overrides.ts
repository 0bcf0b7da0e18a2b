import { AppError, type FieldError } from '../errors';
import type { Parameter, Parameters, ParameterUnit, ParameterValue, Query, Resolved } from '../parameters/resolve';
import { units } from '../parameters/value';
import { priceLinkageProblem } from './specs';

export type WrittenOverrides = Readonly<Record<string, unknown>>;

const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const texts: readonly ParameterUnit[] = ['yuan', 'yuanPerMonth', 'yuanPerYear', 'ratio', 'percent'];

/** Numbers and "3%" are taken for the text that the unit wants. */
const normal = (raw: unknown, unit: ParameterUnit): unknown => {
  if (!texts.includes(unit) || (typeof raw !== 'number' && typeof raw !== 'string')) return raw;
  const text = String(raw).trim();
  return unit === 'percent' ? text.replace(/%$/, '') : text.replace(/元$/, '');
};

const problemOf = ({ id, unit }: Parameter, value: unknown): string | undefined => {
  return units[unit].fits(value) ? priceLinkageProblem(id, value) : units[unit].says;
};

const overridable = (id: string): boolean => id.startsWith('priceLinkage.') || id.startsWith('dibao.standard.');

const resolvedOf = ({ id, title, unit }: Parameter, value: ParameterValue, query: Query): Resolved => ({
  id,
  title,
  unit,
  division: query.division,
  from: query.on,
  value,
  reference: '调用方给出的替代值',
  confidence: 'L',
});

/** Entries as `id` or `id/category`; a value by category may also be an object. */
const flattened = (written: WrittenOverrides, all: readonly Parameter[]): (readonly [key: string, value: unknown])[] =>
  Object.entries(written).flatMap(([key, value]) => {
    const categories = all.find(({ id }) => id === key)?.categories;
    return categories && isRecord(value)
      ? Object.entries(value).map(([category, one]) => [`${key}/${category}`, one] as const)
      : [[key, value] as const];
  });

/**
 * Parameters in which the caller's values stand for any day and place.
 * @throws AppError invalidInput naming each unknown or wrong one
 */
export const withOverrides = (parameters: Parameters, written: WrittenOverrides = {}): Parameters => {
  const values = new Map<string, ParameterValue>();
  const fields: FieldError[] = [];
  for (const [key, raw] of flattened(written, parameters.all)) {
    const [id = '', category] = key.split('/');
    const parameter = overridable(id) ? parameters.all.find((one) => one.id === id) : undefined;
    const value = parameter && normal(raw, parameter.unit);
    const unknown = category !== undefined && !parameter?.categories?.includes(category);
    const message = !parameter
      ? `没有可替代的参数“${id}”,可用 priceLinkage.* 和 dibao.standard.*`
      : unknown
        ? `参数“${id}”没有类别“${category}”,可用:${parameter.categories?.join('、') ?? '(不分类别)'}`
        : problemOf(parameter, value);
    if (message) fields.push({ path: `overrides.${key}`, message });
    else values.set(key, value as ParameterValue);
  }
  if (fields.length > 0) throw new AppError('invalidInput', `填写有误:${fields[0]!.message}`, { fields });
  const find = (id: string, query: Query): Resolved | undefined => {
    const value = (query.category === undefined ? undefined : values.get(`${id}/${query.category}`)) ?? values.get(id);
    const parameter = value === undefined ? undefined : parameters.all.find((one) => one.id === id);
    return value !== undefined && parameter ? resolvedOf(parameter, value, query) : parameters.find(id, query);
  };
  return { all: parameters.all, find, get: (id, query) => find(id, query) ?? parameters.get(id, query) };
};
