import { addDays, addMonthsToMonth, lastDayOf, type CivilDate, type CivilMonth } from '../civil-date';

/** Days that a list which was opened late is given at least. */
const AT_LEAST = 10;

/** The lists that are due and absent, oldest first: every month since the last one, so that an outage loses none. */
export const monthsDue = (last: CivilMonth | undefined, present: CivilMonth): readonly CivilMonth[] => {
  const months: CivilMonth[] = [];
  for (let month = last ? addMonthsToMonth(last, 1) : present; month <= present; month = addMonthsToMonth(month, 1))
    months.push(month);
  return months;
};

/** By when a list of the month is to be signed. */
export const dueOn = (month: CivilMonth, day: number, opened: CivilDate): CivilDate => {
  const usual = `${month}-${String(day).padStart(2, '0')}`;
  const date = usual > lastDayOf(month) ? lastDayOf(month) : usual;
  const least = addDays(opened, AT_LEAST);
  return date < least ? least : date;
};

/** How far a list that is late by so many days has been reported: 0 not, 1 head of the township, 2 county, 3 prefecture. */
export const levelOf = (daysLate: number, escalation: readonly number[]): number =>
  escalation.filter((days) => daysLate >= days).length;
