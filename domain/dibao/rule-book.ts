import type { CivilDate } from '../civil-date';
import { AppError } from '../errors';
import { sourceOf, type ParameterSource } from '../explain';
import { fenFromYuan } from '../money';
import type { Parameters, ParameterValue } from '../parameters/resolve';
import { fraction, fromDecimal, type Rational } from '../rational';
import { parameterSpecs, type DibaoParameterId, type ParameterSpec } from './parameter-specs';

export interface Ruled<T> {
  readonly value: T;
  readonly source: ParameterSource;
}

/** Values of a caller's `overrides` by `id` or `id/category`, already checked; null = no such value (lifts a cap). */
export type Overrides = ReadonlyMap<string, ParameterValue | null>;

/**
 * All parameters of one day and place, each resolved once. `find*` may be undefined, the rest throw parameterUnknown.
 * Amounts are fen per month whatever the parameter's period (`yuan`: fen).
 */
export interface RuleBook {
  readonly on: CivilDate;
  readonly division: string;
  amount(id: DibaoParameterId, category?: string): Ruled<Rational>;
  findAmount(id: DibaoParameterId, category?: string): Ruled<Rational> | undefined;
  ratio(id: DibaoParameterId, category?: string): Ruled<Rational>;
  findRatio(id: DibaoParameterId, category?: string): Ruled<Rational> | undefined;
  flag(id: DibaoParameterId, category?: string): Ruled<boolean>;
  count(id: DibaoParameterId, category?: string): Ruled<number>;
  findCount(id: DibaoParameterId, category?: string): Ruled<number> | undefined;
  choice<Choice extends string>(id: DibaoParameterId, category?: string): Ruled<Choice>;
  table<T>(id: DibaoParameterId, category?: string): Ruled<T>;
  findTable<T>(id: DibaoParameterId, category?: string): Ruled<T> | undefined;
}

const noOverrides: Overrides = new Map();

/** Places outside the province have no values of their own: their standards must be overridden, the method is lent. */
const LENDING_PROVINCE = '53';

const amountFrom = (value: ParameterValue, unit: ParameterSpec['unit']): Rational => {
  if (typeof value !== 'object') return fraction(fenFromYuan(String(value)), unit === 'yuanPerYear' ? 12n : 1n);
  const { month, year } = value as { month?: string; year?: string };
  return month === undefined ? fraction(fenFromYuan(year ?? ''), 12n) : fraction(fenFromYuan(month));
};

export const createRuleBook = (
  parameters: Parameters,
  on: CivilDate,
  division: string,
  overrides: Overrides = noOverrides,
): RuleBook => {
  // Two levels instead of a joined key: this look-up is the hottest of an assessment.
  const known = new Map<string, Map<string, Ruled<unknown> | undefined>>();
  const titles = new Map<string, string>();

  const place = (spec: ParameterSpec): string =>
    spec.local || division.startsWith(LENDING_PROVINCE) ? division : LENDING_PROVINCE;

  const titleOf = (id: string): string => {
    if (titles.size === 0) for (const parameter of parameters.all) titles.set(parameter.id, parameter.title);
    return titles.get(id) ?? id;
  };

  const raw = (id: DibaoParameterId, category: string | undefined): Ruled<ParameterValue> | undefined => {
    const byCategory = category === undefined ? undefined : overrides.get(`${id}/${category}`);
    const override = byCategory === undefined ? overrides.get(id) : byCategory;
    if (override === null) return undefined;
    if (override !== undefined) {
      const source: ParameterSource = {
        id,
        title: titleOf(id),
        ...(category === undefined ? {} : { category }),
        reference: '由调用方指定',
        overridden: true,
      };
      return { value: override, source };
    }
    const query = { on, division: place(parameterSpecs[id]), ...(category === undefined ? {} : { category }) };
    const found = parameters.find(id, query);
    return found && { value: found.value, source: sourceOf(found) };
  };

  const find = <T>(
    id: DibaoParameterId,
    category: string | undefined,
    parse: (value: ParameterValue, unit: ParameterSpec['unit']) => T,
  ): Ruled<T> | undefined => {
    let values = known.get(id);
    if (!values) known.set(id, (values = new Map()));
    const key = category ?? '';
    if (!values.has(key)) {
      const found = raw(id, category);
      values.set(key, found && { value: parse(found.value, parameterSpecs[id].unit), source: found.source });
    }
    return values.get(key) as Ruled<T> | undefined;
  };

  const need = <T>(id: DibaoParameterId, category: string | undefined, found: Ruled<T> | undefined): Ruled<T> => {
    if (found) return found;
    const what = titleOf(id) + (category === undefined ? '' : `(${category})`);
    throw new AppError(
      'parameterUnknown',
      `${what}在${on}尚无已公布的数值,请管理员先录入,或在 overrides 中指定 ${id}`,
      {
        parameter: id,
        ...(category === undefined ? {} : { category }),
        on,
        division,
      },
    );
  };

  const amountOf = (id: DibaoParameterId, category?: string) => find(id, category, amountFrom);
  const ratioOf = (id: DibaoParameterId, category?: string) =>
    find(id, category, (value) => fromDecimal(String(value)));
  const countOf = (id: DibaoParameterId, category?: string) => find(id, category, Number);
  const tableOf = <T>(id: DibaoParameterId, category?: string) => find(id, category, (value) => value as T);

  return {
    on,
    division,
    findAmount: amountOf,
    amount: (id, category) => need(id, category, amountOf(id, category)),
    findRatio: ratioOf,
    ratio: (id, category) => need(id, category, ratioOf(id, category)),
    flag: (id, category) =>
      need(
        id,
        category,
        find(id, category, (value) => value === true),
      ),
    findCount: countOf,
    count: (id, category) => need(id, category, countOf(id, category)),
    choice: <Choice extends string>(id: DibaoParameterId, category?: string) =>
      need(
        id,
        category,
        find(id, category, (value) => String(value) as Choice),
      ),
    findTable: tableOf,
    table: <T>(id: DibaoParameterId, category?: string) => need(id, category, tableOf<T>(id, category)),
  };
};
