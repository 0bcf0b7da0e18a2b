import type { Area } from './input';
import { isRecord } from './override-values';

interface Expanded {
  readonly id: string;
  readonly value: unknown;
  /** JSON path of what the caller wrote. */
  readonly path: string;
}
type Emit = (id: string, value: unknown, path: string) => void;
type Alias = (value: unknown, path: string, emit: Emit, area: Area, raw: Readonly<Record<string, unknown>>) => void;

const rename =
  (id: string): Alias =>
  (value, path, emit) =>
    emit(id, value, path);

const deductions: Alias = (value, path, emit) => {
  if (!isRecord(value)) return emit('dibao.deduction.enabled', value, path);
  for (const [kind, item] of Object.entries(value)) {
    const where = `${path}.${kind}`;
    if (!isRecord(item)) emit('dibao.deduction.enabled', { [kind]: item }, path);
    else
      for (const [name, setting] of Object.entries(item))
        if (name === 'basis') emit('dibao.deduction.disabilityBasis', setting, `${where}.basis`);
        else emit(`dibao.deduction.${name}`, { [kind]: setting }, where);
  }
};

/** Short names for what is tried most often. A method follows from the table given, unless one is named. */
const aliases: Readonly<Record<string, Alias>> = {
  standard: (value, path, emit, area) => {
    const bareYearly = area === 'rural' && !isRecord(value);
    emit(`dibao.standard.${area}`, bareYearly ? { unclear: value } : value, path);
  },
  standardPerMonth: (value, path, emit, area) => emit(`dibao.standard.${area}`, { month: value }, path),
  standardPerYear: (value, path, emit, area) => emit(`dibao.standard.${area}`, { year: value }, path),
  method: rename('dibao.method'),
  class: rename('dibao.class.assigned'),
  classes: (value, path, emit, _area, raw) => {
    emit('dibao.class.amount', value, path);
    if (raw['method'] === undefined) emit('dibao.method', 'class', path);
  },
  tiers: (value, path, emit, _area, raw) => {
    emit('dibao.tiers', value, path);
    if (raw['method'] === undefined) emit('dibao.method', 'tier', path);
  },
  increments: rename('dibao.increment.rules'),
  minimum: rename('dibao.amount.minimumPerPerson'),
  marginalMultiple: rename('dibao.marginal.multiple'),
  countIncome: rename('dibao.income.counted'),
  deductions,
  rounding: (value, path, emit) => {
    if (!isRecord(value)) return emit('dibao.rounding.mode', value, path);
    for (const [key, item] of Object.entries(value)) emit(`dibao.rounding.${key}`, item, `${path}.${key}`);
  },
};

/** Aliases, ids without their prefix and nested groups become full parameter ids; what is unknown is handed on as it is. */
export const expandAliases = (
  raw: Readonly<Record<string, unknown>>,
  area: Area,
  ids: readonly string[],
): Expanded[] => {
  const known = new Set(ids);
  const result: Expanded[] = [];
  const emit: Emit = (id, value, path) => void result.push({ id, value, path });
  const walk = (key: string, value: unknown, path: string): void => {
    const id = key.startsWith('dibao.') ? key : `dibao.${key}`;
    if (known.has(id)) emit(id, value, path);
    else if (typeof value === 'boolean' && known.has(`${id}.enabled`)) emit(`${id}.enabled`, value, path);
    else if (isRecord(value) && ids.some((other) => other.startsWith(`${id}.`)))
      for (const [name, item] of Object.entries(value)) walk(`${key}.${name}`, item, `${path}.${name}`);
    else emit(key, value, path);
  };
  for (const [key, value] of Object.entries(raw)) {
    const path = `overrides.${key}`;
    const alias = Object.hasOwn(aliases, key) ? aliases[key] : undefined;
    if (alias) alias(value, path, emit, area, raw);
    else walk(key, value, path);
  }
  return result;
};
