import { addDays, type CivilDate } from '../civil-date';
import { AppError } from '../errors';
import { localDays, nationalDays, nearest, weekDay, type DayKind } from './days';
import type { CalendarOverlay, CalendarYear } from './types';

export { validateCalendarYear } from './check-entry';
export { localOverlays, nationalCalendarYears } from './generated';
export type { CalendarOverlay, CalendarYear, DayRange } from './types';
export type { DayKind } from './days';

/** A day that does not count, and why. */
export interface SkippedDay {
  readonly date: CivilDate;
  readonly why: string;
}

export interface Counted {
  readonly date: CivilDate;
  readonly skipped: readonly SkippedDay[];
}

/** Working days of any place. Every function @throws AppError calendarUnpublished beyond the years that it knows. */
export interface Calendar {
  /** The published years, ascending. */
  readonly years: readonly number[];
  dayKind(date: CivilDate, division: string): DayKind;
  isWorkingDay(date: CivilDate, division: string): boolean;
  /** The nth working day after `from`; the day itself is not counted. `count` 0 gives `from`. */
  addWorkingDays(from: CivilDate, count: number, division: string): Counted;
  /** The day itself where it is a working day, else the next one. */
  nextWorkingDay(from: CivilDate, division: string): Counted;
  /** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
  workingDaysBetween(from: CivilDate, to: CivilDate, division: string): number;
}

const unpublished = (year: number): AppError =>
  new AppError(
    'calendarUnpublished',
    `${year}年日历未发布,不能计算工作日;请管理员录入国务院${year}年放假安排后再办理`,
    { year },
  );

/** Year tables with the days of single places laid over them; the nearest place wins over the country. */
export const createCalendar = (years: readonly CalendarYear[], overlays: readonly CalendarOverlay[] = []): Calendar => {
  const published = new Set(years.map(({ year }) => year));
  const national = nationalDays(years);
  const local = localDays(overlays);

  const dayKind = (date: CivilDate, division: string): DayKind => {
    const year = +date.slice(0, 4);
    if (!published.has(year)) throw unpublished(year);
    return nearest(local.get(date), division) ?? national.get(date) ?? weekDay(date);
  };

  /** Walks until `count` working days are seen, beginning with `first`. */
  const walk = (first: CivilDate, count: number, division: string): Counted => {
    const skipped: SkippedDay[] = [];
    let date = first;
    for (let left = count; ; date = addDays(date, 1)) {
      const { working, why } = dayKind(date, division);
      if (!working) skipped.push({ date, why });
      else if (--left === 0) return { date, skipped };
    }
  };

  const between = (from: CivilDate, to: CivilDate, division: string): number => {
    let count = 0;
    for (let date = addDays(from, 1); date <= to; date = addDays(date, 1))
      if (dayKind(date, division).working) count += 1;
    return count;
  };

  return {
    years: [...published].sort((a, b) => a - b),
    dayKind,
    isWorkingDay: (date, division) => dayKind(date, division).working,
    addWorkingDays: (from, count, division) => {
      if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} working days cannot be counted`);
      return count === 0 ? { date: from, skipped: [] } : walk(addDays(from, 1), count, division);
    },
    nextWorkingDay: (from, division) => walk(from, 1, division),
    workingDaysBetween: (from, to, division) =>
      from <= to ? between(from, to, division) : -between(to, from, division),
  };
};
