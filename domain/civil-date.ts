/** A civil date in Asia/Shanghai as `YYYY-MM-DD`; compares correctly as a string. Never a midnight timestamp. */
export type CivilDate = string;
/** A month as `YYYY-MM`. */
export type CivilMonth = string;

const DAY_MS = 86_400_000;
/** Asia/Shanghai has been UTC+8 without summer time since 1991; instants of this system are all later. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

const toUtc = (date: CivilDate): number => Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10));
const fromUtc = (ms: number): CivilDate => new Date(ms).toISOString().slice(0, 10);

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** True for a date that exists: 2023-02-29 does not. */
export const isCivilDate = (text: string): text is CivilDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [+text.slice(0, 4), +text.slice(5, 7), +text.slice(8, 10)];
  const last = month === 2 && isLeap(year) ? 29 : monthLengths[month - 1];
  return year >= 100 && last !== undefined && day >= 1 && day <= last;
};

export const isCivilMonth = (text: string): text is CivilMonth => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export const addDays = (date: CivilDate, days: number): CivilDate => fromUtc(toUtc(date) + days * DAY_MS);

export const daysBetween = (from: CivilDate, to: CivilDate): number => (toUtc(to) - toUtc(from)) / DAY_MS;

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (date: CivilDate): number => new Date(toUtc(date)).getUTCDay();

/** Same day number, or the last day of a shorter month (policy §13). */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const year = +date.slice(0, 4);
  const month = +date.slice(5, 7) - 1 + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return fromUtc(Date.UTC(year, month, Math.min(+date.slice(8, 10), lastDay)));
};

export const monthOf = (date: CivilDate): CivilMonth => date.slice(0, 7);
export const firstDayOf = (month: CivilMonth): CivilDate => `${month}-01`;
export const lastDayOf = (month: CivilMonth): CivilDate => addDays(addMonths(firstDayOf(month), 1), -1);
export const addMonthsToMonth = (month: CivilMonth, months: number): CivilMonth =>
  monthOf(addMonths(firstDayOf(month), months));

/** 24:00 Asia/Shanghai of that day, as epoch milliseconds: the moment a limit in days ends. */
export const endOfDay = (date: CivilDate): number => toUtc(date) + DAY_MS - SHANGHAI_OFFSET_MS;
/** 00:00 Asia/Shanghai of that day, as epoch milliseconds. */
export const startOfDay = (date: CivilDate): number => toUtc(date) - SHANGHAI_OFFSET_MS;

/** The civil date in Asia/Shanghai at an instant (epoch milliseconds). */
export const civilDateAt = (instant: number): CivilDate => fromUtc(instant + SHANGHAI_OFFSET_MS);

/** Completed years of age on a date; born on 29 February counts from 1 March in common years. */
export const ageOn = (birth: CivilDate, on: CivilDate): number =>
  +on.slice(0, 4) - +birth.slice(0, 4) - (on.slice(5) < birth.slice(5) ? 1 : 0);

/** 2022年7月1日 */
export const sayDate = (date: CivilDate): string =>
  `${+date.slice(0, 4)}年${+date.slice(5, 7)}月${+date.slice(8, 10)}日`;

/** 2022年7月. */
export const sayMonth = (month: CivilMonth): string => `${+month.slice(0, 4)}年${+month.slice(5, 7)}月`;
