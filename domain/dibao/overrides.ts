import { AppError, type FieldError } from '../errors';
import type { ParameterValue } from '../parameters/resolve';
import type { Area } from './input';
import { expandAliases } from './override-aliases';
import { checkTable } from './override-tables';
import { amount, isRecord, ratio } from './override-values';
import { parameterSpecs, specOf, type ParameterSpec } from './parameter-specs';
import type { Overrides } from './rule-book';

/** `{month: x}` and `{year: x}` name their period; a bare value is in the parameter's own. */
const periodAmount = (raw: unknown): ParameterValue | undefined => {
  if (!isRecord(raw)) return amount(raw);
  const keys = Object.keys(raw);
  const period = keys[0];
  if (keys.length !== 1 || (period !== 'month' && period !== 'year')) return undefined;
  const text = amount(raw[period]);
  return text === undefined ? undefined : { [period]: text };
};

const whole = (raw: unknown): number | undefined => {
  const value = typeof raw === 'string' && /^\d{1,6}$/.test(raw) ? Number(raw) : raw;
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100_000 ? value : undefined;
};

const truths = new Map<unknown, boolean>([
  [true, true],
  ['true', true],
  ['on', true],
  ['是', true],
  [false, false],
  ['false', false],
  ['off', false],
  ['否', false],
]);

const says: Record<string, string> = {
  yuanPerMonth: '应为不小于0的金额(元,最多两位小数),或{"month":…}、{"year":…}',
  yuanPerYear: '应为不小于0的金额(元,最多两位小数),或{"month":…}、{"year":…}',
  yuan: '应为不小于0的金额(元,最多两位小数)',
  ratio: '应为不小于0的小数或百分数,如“0.1”“10%”',
  boolean: '应为 true 或 false',
  table: '表格内容不合规',
};

const parse = (raw: unknown, spec: ParameterSpec, id: string): ParameterValue | undefined => {
  switch (spec.unit) {
    case 'yuanPerMonth':
    case 'yuanPerYear':
      return periodAmount(raw);
    case 'yuan':
      return amount(raw);
    case 'ratio':
      return ratio(raw);
    case 'boolean':
      return truths.get(raw);
    case 'choice':
      return typeof raw === 'string' && spec.choices?.includes(raw) ? raw : undefined;
    case 'table':
      return checkTable(id, raw);
    default:
      return whole(raw);
  }
};

const sentence = (spec: ParameterSpec): string =>
  spec.unit === 'choice' ? `只能是 ${spec.choices?.join('、') ?? ''}` : (says[spec.unit] ?? '应为不小于0的整数');

const namesPeriod = (raw: Record<string, unknown>): boolean =>
  Object.keys(raw).every((key) => key === 'month' || key === 'year');

/**
 * Checks and flattens the caller's overrides.
 * @throws AppError invalidInput naming each unknown or wrong override by path.
 */
export const readOverrides = (raw: Readonly<Record<string, unknown>> | undefined, area: Area): Overrides => {
  const result = new Map<string, ParameterValue | null>();
  const errors: FieldError[] = [];
  const put = (key: string, value: unknown, spec: ParameterSpec, id: string, path: string): void => {
    const parsed = value === null ? null : parse(value, spec, id);
    if (parsed === undefined) errors.push({ path, message: `参数“${key}”的值不合规:${sentence(spec)}` });
    else result.set(key, parsed);
  };
  for (const { id, value, path } of expandAliases(raw ?? {}, area, Object.keys(parameterSpecs))) {
    const spec = specOf(id);
    if (!spec) {
      errors.push({ path, message: `没有参数“${id}”,可用的参数见 docs/assessment.md` });
    } else if (spec.categories && isRecord(value) && !namesPeriod(value)) {
      for (const [category, item] of Object.entries(value)) {
        const where = `${path}.${category}`;
        if (spec.categories !== 'open' && !spec.categories.includes(category))
          errors.push({ path: where, message: `参数“${id}”没有类别“${category}”,可用:${spec.categories.join('、')}` });
        else put(`${id}/${category}`, item, spec, id, where);
      }
    } else put(id, value, spec, id, path);
  }
  if (errors.length > 0) throw new AppError('invalidInput', `填写有误:${errors[0]!.message}`, { fields: errors });
  return result;
};
