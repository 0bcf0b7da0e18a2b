import { addDays, weekday, type CivilDate } from '../civil-date';
import type { CalendarOverlay, CalendarYear, DayRange } from './types';

/** What one day is, and why: the reason is shown to people. */
export interface DayKind {
  readonly working: boolean;
  readonly why: string;
}

interface LocalDay extends DayKind {
  readonly division: string;
}

const daysOf = ({ from, to }: DayRange): CivilDate[] => {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Days of the national arrangements; anything not listed follows the week. */
export const nationalDays = (years: readonly CalendarYear[]): ReadonlyMap<CivilDate, DayKind> =>
  new Map([
    ...years.flatMap(({ off }) =>
      off.flatMap((range) =>
        daysOf(range).map((day): [CivilDate, DayKind] => [day, { working: false, why: range.why }]),
      ),
    ),
    ...years.flatMap(({ worked }) =>
      worked.map((day): [CivilDate, DayKind] => [day, { working: true, why: '调休上班' }]),
    ),
  ]);

/** Days of single places that open or close the office; days for part of the people only are left out. */
export const localDays = (overlays: readonly CalendarOverlay[]): ReadonlyMap<CivilDate, readonly LocalDay[]> => {
  const byDay = new Map<CivilDate, LocalDay[]>();
  for (const { division, kind, closesOffice, why, ...range } of overlays) {
    if (kind === 'off' && !closesOffice) continue;
    for (const day of daysOf({ ...range, why })) {
      byDay.set(day, [...(byDay.get(day) ?? []), { division, working: kind === 'work', why }]);
    }
  }
  return byDay;
};

export const weekDay = (date: CivilDate): DayKind => {
  const day = weekday(date);
  if (day === 6) return { working: false, why: '星期六' };
  return day === 0 ? { working: false, why: '星期日' } : { working: true, why: '工作日' };
};

/** The nearest place wins; of two entries for one place the later one. */
export const nearest = (days: readonly LocalDay[] = [], division: string): DayKind | undefined => {
  const best = days
    .filter((day) => division.startsWith(day.division))
    .reduce<LocalDay | undefined>(
      (near, day) => (near && near.division.length > day.division.length ? near : day),
      undefined,
    );
  return best && { working: best.working, why: best.why };
};
