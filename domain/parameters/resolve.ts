import type { CivilDate } from '../civil-date';
import { AppError } from '../errors';

/** What a value is: yuan strings become fen; a `ratio` is a decimal string; `table` is any other JSON. */
export type ParameterUnit =
  | 'yuanPerMonth'
  | 'yuanPerYear'
  | 'yuan'
  | 'ratio'
  | 'percent'
  | 'months'
  | 'days'
  | 'workingDays'
  | 'hours'
  | 'integer'
  | 'boolean'
  | 'choice'
  | 'month'
  | 'table';

export type ParameterValue = string | number | boolean | readonly unknown[] | { readonly [key: string]: unknown };

/** One dated value. `to` is the last day it holds. H, M, L, I: confidence marks of policy.md; `assumed` = a marked default. */
export interface DatedValue {
  readonly division: string;
  readonly category?: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly value: ParameterValue;
  readonly reference: string;
  readonly confidence: 'H' | 'M' | 'L' | 'I';
  readonly assumed?: boolean;
  readonly verified?: CivilDate;
}

export interface Parameter {
  readonly id: string;
  readonly title: string;
  readonly unit: ParameterUnit;
  /** Categories of the values, e.g. A, B, C for rural classes; absent = uncategorised. */
  readonly categories?: readonly string[];
  readonly values: readonly DatedValue[];
}

export interface Resolved extends DatedValue {
  readonly id: string;
  readonly title: string;
  readonly unit: ParameterUnit;
}

export interface Query {
  readonly on: CivilDate;
  readonly division: string;
  readonly category?: string;
}

export interface Parameters {
  readonly all: readonly Parameter[];
  /** The value of the nearest division in force on the day, or undefined. */
  find(id: string, query: Query): Resolved | undefined;
  /** @throws AppError parameterUnknown when no value is known for that day and place: never a guess. */
  get(id: string, query: Query): Resolved;
}

const holds = (value: DatedValue, { on, division, category }: Query): boolean =>
  division.startsWith(value.division) &&
  value.category === category &&
  value.from <= on &&
  (value.to === undefined || on <= value.to);

/** Nearest division first, then the latest start. Later lists (local values) win over earlier ones at equal place and date. */
export const createParameters = (...lists: readonly (readonly Parameter[])[]): Parameters => {
  const byId = new Map<string, Parameter>();
  for (const parameter of lists.flat()) {
    const known = byId.get(parameter.id);
    byId.set(parameter.id, known ? { ...known, values: [...known.values, ...parameter.values] } : parameter);
  }
  const find = (id: string, query: Query): Resolved | undefined => {
    const parameter = byId.get(id);
    if (!parameter) throw new AppError('parameterUnknown', `没有参数“${id}”`, { parameter: id });
    let best: DatedValue | undefined;
    for (const value of parameter.values) {
      if (!holds(value, query)) continue;
      const nearer = !best || value.division.length > best.division.length;
      const later = best && value.division.length === best.division.length && value.from >= best.from;
      if (nearer || later) best = value;
    }
    return best && { ...best, id, title: parameter.title, unit: parameter.unit };
  };
  return {
    all: [...byId.values()],
    find,
    get(id, query) {
      const found = find(id, query);
      if (!found) {
        const title = byId.get(id)?.title ?? id;
        const category = query.category ? `(${query.category})` : '';
        throw new AppError('parameterUnknown', `${title}${category}在${query.on}尚无已公布的数值,请管理员先录入`, {
          parameter: id,
          ...query,
        });
      }
      return found;
    },
  };
};
