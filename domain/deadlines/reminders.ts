import { addDays, endOfDay, startOfDay, weekday, type CivilDate } from '../civil-date';
import type { Calendar } from '../calendar';
import { AppError } from '../errors';
import { findKnown, integerOf, integersOf } from '../parameters/read';
import type { Parameters, Query } from '../parameters/resolve';
import type { DeadlineKind } from './kinds';

const HOUR_MS = 3_600_000;
const DEFAULT_HOUR = 9;

/** Instants before the last day, ascending; none on or before the day the limit begins. */
export const remindersOf = (
  kind: DeadlineKind,
  from: CivilDate,
  due: CivilDate,
  parameters: Parameters,
  place: Query,
): readonly number[] => {
  const rule = findKnown(parameters, 'deadline.reminders', { ...place, category: kind });
  const clock = findKnown(parameters, 'deadline.reminderHour', place);
  const hour = clock ? integerOf(clock) : DEFAULT_HOUR;
  return (rule ? integersOf(rule) : [])
    .map((daysBefore) => addDays(due, -daysBefore))
    .filter((day) => day > from)
    .sort()
    .map((day) => startOfDay(day) + hour * HOUR_MS);
};

/** One rung of the ladder: 0 assignee, 1 township head, 2 county, 3 prefecture. */
export interface Rung {
  readonly level: number;
  readonly workingDays: number;
  readonly at: number;
}

/** Supervision, not law: beyond the published calendar Mondays to Fridays are counted rather than nobody being told. */
const afterWorkingDays = (from: CivilDate, count: number, division: string, calendar: Calendar): CivilDate => {
  try {
    return calendar.addWorkingDays(from, count, division).date;
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'calendarUnpublished')) throw error;
    let date = from;
    for (let left = count; left > 0;) {
      date = addDays(date, 1);
      if (weekday(date) % 6 !== 0) left -= 1;
    }
    return date;
  }
};

/** When each level hears of a limit that is not met: working days after its last day, at 24:00. */
export const escalationOf = (
  { due }: { readonly due: CivilDate },
  { division, parameters, calendar }: { division: string; parameters: Parameters; calendar: Calendar },
): readonly Rung[] =>
  integersOf(parameters.get('deadline.escalation', { on: due, division })).map((workingDays, level) => ({
    level,
    workingDays,
    at: endOfDay(afterWorkingDays(due, workingDays, division, calendar)),
  }));
