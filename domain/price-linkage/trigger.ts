import { firstDayOf, monthOf, sayMonth, type CivilMonth } from '../civil-date';
import { AppError, fieldError } from '../errors';
import { sourceOf, type ParameterSource } from '../explain';
import { choiceOf } from '../parameters/read';
import type { Parameters, Resolved } from '../parameters/resolve';
import { compare, fromDecimal } from '../rational';
import { indexKinds, indexNames, riseOf, type IndexKind, type Indices } from './indices';

/** How a rise meets a threshold. */
export const comparisons = {
  atLeast: { sign: '≥', label: '达到', holds: (order: number) => order >= 0 },
  above: { sign: '>', label: '超过', holds: (order: number) => order > 0 },
} as const;

export type Comparison = keyof typeof comparisons;

export interface Condition {
  readonly index: IndexKind;
  readonly label: string;
  /** Percent as entered; absent where the index is not known. */
  readonly value?: string;
  readonly threshold: string;
  readonly comparison: Comparison;
  readonly met: boolean;
  readonly says: string;
  readonly clause: string;
  readonly parameter: ParameterSource;
}

export interface Trigger {
  /** Either condition is enough. */
  readonly met: boolean;
  readonly conditions: readonly Condition[];
  readonly by: readonly IndexKind[];
}

const comparisonOf = (resolved: Resolved): Comparison => {
  const choice = choiceOf(resolved);
  if (choice === 'atLeast' || choice === 'above') return choice;
  throw new AppError('parameterInvalid', `参数“${resolved.title}”只能是 atLeast 或 above,请管理员更正`);
};

const conditionOf = (
  index: IndexKind,
  written: string | undefined,
  threshold: Resolved,
  comparison: Comparison,
): Condition => {
  const limit = String(threshold.value);
  const { sign, label, holds } = comparisons[comparison];
  const met = written !== undefined && holds(compare(riseOf(index, written), fromDecimal(limit)));
  const name = indexKinds[index].label;
  const says =
    written === undefined
      ? `未提供${name},不据以启动`
      : `${name}${written}%,${met ? `${label}${limit}%,符合启动条件` : `没有${label}${limit}%,不符合启动条件(须${sign}${limit}%)`}`;
  return {
    index,
    label: name,
    ...(written === undefined ? {} : { value: written }),
    threshold: limit,
    comparison,
    met,
    says,
    clause: threshold.reference,
    parameter: sourceOf(threshold),
  };
};

const THRESHOLD = 'priceLinkage.threshold';

/** @throws AppError parameterUnknown that names the first month on record */
const requireRule = (found: readonly Condition[], month: CivilMonth, { all }: Parameters): void => {
  if (found.length > 0) return;
  const days = all.filter(({ id }) => id === THRESHOLD).flatMap(({ values }) => values.map(({ from }) => from));
  const first = [...days].sort()[0];
  const since = first === undefined ? '' : `(已收录的最早为${sayMonth(monthOf(first))})`;
  throw new AppError(
    'parameterUnknown',
    `${sayMonth(month)}的物价联动启动条件没有收录${since},请换一个月份,或由管理员先录入当时的规定`,
    { parameter: THRESHOLD },
  );
};

// @clause 三(二) price linkage starts by the indices of the month and the rule of that month
/**
 * Whether the indices of a month start the mechanism in a place; the rule is that of the index month (policy §13).
 * @throws AppError parameterUnknown before the first known rule, invalidInput naming an index
 */
export const triggerOf = (
  { division, month, indices }: { division: string; month: CivilMonth; indices: Indices },
  parameters: Parameters,
): Trigger => {
  for (const kind of indexNames) if (indices[kind] !== undefined) riseOf(kind, indices[kind]);
  const on = firstDayOf(month);
  const conditions = indexNames.flatMap((index) => {
    const query = { on, division, category: index };
    const threshold = parameters.find(THRESHOLD, query);
    if (!threshold) return [];
    const comparison = comparisonOf(parameters.get('priceLinkage.comparison', query));
    return [conditionOf(index, indices[index], threshold, comparison)];
  });
  requireRule(conditions, month, parameters);
  if (conditions.every(({ value }) => value === undefined)) {
    const names = conditions.map(({ index }) => indexKinds[index].short).join('、');
    throw fieldError('indices', `请填写能据以启动的同比涨幅(${names}),至少一项`);
  }
  const by = conditions.filter(({ met }) => met).map(({ index }) => index);
  return { met: by.length > 0, conditions, by };
};
