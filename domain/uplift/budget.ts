import { monthOf, type CivilDate, type CivilMonth } from '../civil-date';
import type { Fen } from '../money';

/** Months from a month to December of its year, both included. */
export const monthsToYearEnd = (month: CivilMonth): number => 13 - Number(month.slice(5, 7));

/** What a monthly difference comes to by the end of the year in which it begins. */
export const toYearEnd = (from: CivilDate, monthlyFen: Fen): Fen => monthlyFen * BigInt(monthsToYearEnd(monthOf(from)));
