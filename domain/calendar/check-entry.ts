import { addDays, isCivilDate, weekday, type CivilDate } from '../civil-date';
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

const overlapErrors = (ranges: readonly DayRange[], list: string): FieldError[] =>
  ranges.flatMap((range, index) => {
    const other = ranges.slice(0, index).find(({ from, to }) => from <= range.to && range.from <= to);
    return other ? [{ path: `${list}[${index}].from`, message: `${range.why}与${other.why}的日期重叠,请核对` }] : [];
  });

/** A notice may make a day of the last December week a working day (2018-12-29 was). */
const isWithin = (year: number, date: CivilDate): boolean => date >= `${year - 1}-12-25` && date <= `${year}-12-31`;

/** What is wrong with a national year as typed from the State Council's notice; empty = plausible. */
export const yearErrors = ({ year, off, worked }: CalendarYear): FieldError[] => [
  ...rangeErrors(year, off, 'off'),
  ...overlapErrors(off, 'off'),
  ...fixed.flatMap(([day, name]) =>
    off.some((range) => holds(range, `${year}-${day}`))
      ? []
      : [{ path: 'off', message: `放假安排中没有${name}(${year}-${day}),请核对` }],
  ),
  ...worked.flatMap((date, index) => [
    ...(isWithin(year, date) ? [] : [{ path: `worked[${index}]`, message: `调休上班日${date}不在${year}年内` }]),
    ...(worked.indexOf(date) < index ? [{ path: `worked[${index}]`, message: `调休上班日${date}重复` }] : []),
    ...(isWeekend(date) ? [] : [{ path: `worked[${index}]`, message: `${date}不是周末,不用列为调休上班日` }]),
    ...(off.some((range) => holds(range, date))
      ? [{ path: `worked[${index}]`, message: `${date}同时列为放假和上班,请核对` }]
      : []),
  ]),
];

/** The same for local days (holidays of an autonomous prefecture, local make-up days). */
export const overlayErrors = (year: number, days: readonly CalendarOverlay[]): FieldError[] => [
  ...rangeErrors(year, days, 'days'),
  ...overlapErrors(days, 'days'),
];

const unreal = ({ off, worked }: CalendarYear): FieldError[] => {
  const dates = [
    ...off.flatMap(({ from, to }, index) => [
      { path: `off[${index}].from`, date: from },
      { path: `off[${index}].to`, date: to },
    ]),
    ...worked.map((date, index) => ({ path: `worked[${index}]`, date })),
  ];
  return dates
    .filter(({ date }) => !isCivilDate(date))
    .map(({ path, date }) => ({ path, message: `日期“${date}”不存在,请填写例如 2027-01-01` }));
};

const unsaid = ({ year, title, source, off }: CalendarYear): FieldError[] => [
  ...(Number.isInteger(year) && year >= 2018 && year <= 2100
    ? []
    : [{ path: 'year', message: '年份应在2018至2100之间' }]),
  ...(title.trim() === '' ? [{ path: 'title', message: '请填写国务院办公厅通知的名称' }] : []),
  ...(source.trim() === '' ? [{ path: 'source', message: '请填写通知的网址或文号' }] : []),
  ...off.flatMap(({ why }, index) =>
    why.trim() === '' ? [{ path: `off[${index}].why`, message: '请填写节日名称' }] : [],
  ),
];

/** Everything that stands against a proposed national year; empty = it may be checked by a second person. */
export const validateCalendarYear = (proposal: CalendarYear): readonly FieldError[] => {
  const missing = [...unsaid(proposal), ...unreal(proposal)];
  return missing.length > 0 ? missing : yearErrors(proposal);
};
