import { addDays, addMonths, civilDateAt, endOfDay, lastDayOf, monthOf, type CivilDate } from '../civil-date';
import type { Calendar, SkippedDay } from '../calendar';
import { AppError, fieldError } from '../errors';
import { booleanOf, findKnown, integerOf } from '../parameters/read';
import type { Parameters, Query, Resolved } from '../parameters/resolve';
import { kindRow, unitLabels, type DeadlineKind, type LimitUnit } from './kinds';

/** One length with the rule it comes from. */
export interface Limit {
  readonly unit: LimitUnit;
  readonly length: number;
  readonly rule: Resolved;
}

/** Where a limit ends; `unrolled` is the day before it moved off a non-working day. */
export interface LimitEnd {
  readonly due: CivilDate;
  readonly skipped: readonly SkippedDay[];
  readonly unrolled?: CivilDate;
  /** Of a limit in hours: the instant itself. */
  readonly instant?: number;
}

interface Asked {
  readonly kind: DeadlineKind;
  readonly variant?: string;
  readonly months?: number;
  readonly parameters: Parameters;
}

const HOUR_MS = 3_600_000;
const units = Object.keys(unitLabels) as LimitUnit[];

/** @throws AppError invalidInput naming the field when the months lie outside the bounds of the day */
const givenMonths = (
  { kind, months, parameters }: Asked,
  bounds: { min: string; max: string },
  query: Query,
): Limit => {
  const [min, max] = [parameters.get(bounds.min, query), parameters.get(bounds.max, query)];
  const [least, most] = [integerOf(min), integerOf(max)];
  const label = kindRow(kind).label;
  if (months === undefined) throw fieldError('months', `请填写${label}的月数(${least}至${most}个月)`);
  if (!Number.isInteger(months) || months < least || months > most) {
    throw fieldError('months', `${label}期应为${least}至${most}个月(${max.reference}),请修改月数`);
  }
  return { unit: 'months', length: months, rule: max };
};

const variantOf = ({ kind, variant }: Asked): string | undefined => {
  const known = kindRow(kind).variants;
  if (variant === undefined) return known?.[0];
  if (known?.includes(variant)) return variant;
  const rule = known ? `只能是:${known.join('、')}` : '不分情形,请不要填写';
  throw fieldError('variant', `${kindRow(kind).label}期限的情形${rule}`);
};

/** The lengths that apply, by the law and the place of the query. @throws AppError parameterUnknown when there is none */
export const limitsOf = (asked: Asked, place: Omit<Query, 'category'>): readonly Limit[] => {
  const { kind, parameters } = asked;
  const { limits, givenWithin } = kindRow(kind);
  if (givenWithin) return [givenMonths(asked, givenWithin, place)];
  if (asked.months !== undefined) throw fieldError('months', `${kindRow(kind).label}的期限由规定确定,请不要填写月数`);
  const category = variantOf(asked);
  const query = { ...place, ...(category !== undefined && { category }) };
  const found = units.flatMap((unit): Limit[] => {
    const rule = limits[unit] === undefined ? undefined : parameters.find(limits[unit], query);
    return rule ? [{ unit, length: integerOf(rule), rule }] : [];
  });
  if (found.length > 0) return found;
  throw new AppError('parameterUnknown', `${kindRow(kind).label}期限在${place.on}尚无已公布的规定,请管理员先录入`, {
    kind,
    ...query,
  });
};

const rolls = (kind: DeadlineKind, parameters: Parameters, place: Omit<Query, 'category'>): boolean => {
  const rule = findKnown(parameters, 'deadline.roll', { ...place, category: kind });
  return rule !== undefined && booleanOf(rule);
};

/** Hours run from the instant. The day itself is not counted; days and months roll off a non-working last day where the parameter says so. */
export const endOf = (
  { unit, length }: Limit,
  from: CivilDate,
  {
    kind,
    parameters,
    calendar,
    fromAt = endOfDay(from),
  }: { kind: DeadlineKind; parameters: Parameters; calendar: Calendar; fromAt?: number },
  place: Omit<Query, 'category'>,
): LimitEnd => {
  if (unit === 'hours') {
    const instant = fromAt + length * HOUR_MS;
    return { due: civilDateAt(instant - 1), skipped: [], instant };
  }
  if (unit === 'workingDays') {
    const { date, skipped } = calendar.addWorkingDays(from, length, place.division);
    return { due: date, skipped };
  }
  const sameDay = unit === 'days' ? addDays(from, length) : addMonths(from, length);
  const last = kindRow(kind).wholeMonths ? lastDayOf(monthOf(sameDay)) : sameDay;
  if (!rolls(kind, parameters, place)) return { due: last, skipped: [] };
  const { date, skipped } = calendar.nextWorkingDay(last, place.division);
  return { due: date, skipped, ...(date !== last && { unrolled: last }) };
};
