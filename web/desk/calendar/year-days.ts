import { addDays, lastDayOf, weekday, type CivilDate } from '../../../domain/civil-date';

export type DayKind = 'work' | 'weekend' | 'off' | 'madeUp' | 'localOff' | 'localWork';

interface Range {
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export interface YearDays {
  readonly off: readonly Range[];
  readonly worked: readonly string[];
  readonly local: readonly (Range & { readonly kind: 'off' | 'work'; readonly closesOffice: boolean })[];
}

export interface Day {
  readonly date: CivilDate;
  readonly kind: DayKind;
  readonly why?: string;
}

const holds = ({ from, to }: Range, date: string): boolean => from <= date && date <= to;

const dayOf = ({ off, worked, local }: YearDays, date: CivilDate): Day => {
  const here = local.find((range) => range.closesOffice && holds(range, date));
  if (here) return { date, kind: here.kind === 'off' ? 'localOff' : 'localWork', why: here.why };
  const holiday = off.find((range) => holds(range, date));
  if (holiday) return { date, kind: 'off', why: holiday.why };
  if (worked.includes(date)) return { date, kind: 'madeUp' };
  return { date, kind: [0, 6].includes(weekday(date)) ? 'weekend' : 'work' };
};

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** Twelve months, each with the empty places before its first day (weeks begin on Monday) and its days. */
export const monthsOf = (year: number, given: YearDays) =>
  MONTHS.map((month) => {
    const name = `${year}-${String(month).padStart(2, '0')}`;
    const first = `${name}-01`;
    const count = Number(lastDayOf(name).slice(8));
    return {
      month,
      blanks: (weekday(first) + 6) % 7,
      days: Array.from({ length: count }, (_, index) => dayOf(given, addDays(first, index))),
    };
  });
