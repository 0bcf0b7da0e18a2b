import { addDays, weekday, type CivilDate } from '../civil-date';
import type { FieldError } from '../errors';
import type { CalendarOverlay, CalendarYear, DayRange } from './types';

const isWeekend = (date: CivilDate): boolean => [0, 6].includes(weekday(date));
const holds = (range: DayRange, date: CivilDate): boolean => range.from <= date && date <= range.to;

/** Statutory holidays with a fixed date: an arrangement without them was typed wrongly. */
const fixed = [
  ['01-01', '元旦'],
  ['05-01', '劳动节'],
  ['10-01', '国庆节'],
] as const;

/** A holiday of January may begin in the last days of the year before. */
const rangeErrors = (year: number, ranges: readonly DayRange[], list: string): FieldError[] =>
  ranges.flatMap(({ from, to, why }, index) => [
    ...(from > to ? [{ path: `${list}[${index}].to`, message: `${why}的结束日期不能早于开始日期` }] : []),
    ...(from < `${year - 1}-12-25` || to > `${year}-12-31`
      ? [{ path: `${list}[${index}].from`, message: `${why}(${from}至${to})不在${year}年内` }]
      : []),
    ...(addDays(from, 15) < to ? [{ path: `${list}[${index}].to`, message: `${why}超过15天,请核对日期` }] : []),
  ]);

/** What is wrong with a national year as typed from the State Council's notice; empty = plausible. */
export const yearErrors = ({ year, off, worked }: CalendarYear): FieldError[] => [
  ...rangeErrors(year, off, 'off'),
  ...fixed.flatMap(([day, name]) =>
    off.some((range) => holds(range, `${year}-${day}`))
      ? []
      : [{ path: 'off', message: `放假安排中没有${name}(${year}-${day}),请核对` }],
  ),
  ...worked.flatMap((date, index) => [
    ...(date.startsWith(`${year}-`) ? [] : [{ path: `worked[${index}]`, message: `调休上班日${date}不在${year}年内` }]),
    ...(isWeekend(date) ? [] : [{ path: `worked[${index}]`, message: `${date}不是周末,不用列为调休上班日` }]),
    ...(off.some((range) => holds(range, date))
      ? [{ path: `worked[${index}]`, message: `${date}同时列为放假和上班,请核对` }]
      : []),
  ]),
];

/** The same for local days (holidays of an autonomous prefecture, local make-up days). */
export const overlayErrors = (year: number, days: readonly CalendarOverlay[]): FieldError[] =>
  rangeErrors(year, days, 'days');
