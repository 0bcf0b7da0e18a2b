import { createCalendar, localOverlays, nationalCalendarYears } from '../../domain/calendar';
import { addDays, civilDateAt, startOfDay, weekday, type CivilDate } from '../../domain/civil-date';

const OPENS_MS = 9 * 3_600_000;
const STEP_MS = 4 * 60_000;
/** Working days of the stories are counted as in Kunming: a local holiday more or less changes nothing told here. */
const PLACE = '530102';

/** The days of the stories, reckoned from the day of seeding. */
export interface Days {
  readonly now: number;
  readonly today: CivilDate;
  /** The nth working day before today. */
  back(workingDays: number): CivilDate;
  /** The last working day on or before the day that lies so many days back. */
  ago(days: number): CivilDate;
  /** The nth working day after a day. */
  after(from: CivilDate, workingDays: number): CivilDate;
  /** The instant of the nth step of a story on a day; never in the future. */
  instant(on: CivilDate, step: number): number;
}

export const createDays = (now: number): Days => {
  const calendar = createCalendar(nationalCalendarYears, localOverlays);
  const today = civilDateAt(now);
  /** In a year without a published calendar the demo takes the weekdays. */
  const isWorking = (date: CivilDate): boolean =>
    calendar.years.includes(Number(date.slice(0, 4)))
      ? calendar.isWorkingDay(date, PLACE)
      : ![0, 6].includes(weekday(date));
  const lastWorking = (from: CivilDate): CivilDate => {
    let date = from;
    while (!isWorking(date)) date = addDays(date, -1);
    return date;
  };
  const back = (workingDays: number): CivilDate => {
    let date = today;
    for (let left = workingDays; left > 0; left -= 1) date = lastWorking(addDays(date, -1));
    return date;
  };
  return {
    now,
    today,
    back,
    ago: (days) => lastWorking(addDays(today, -days)),
    after: (from, workingDays) => {
      let date = from;
      for (let left = workingDays; left > 0;) {
        date = addDays(date, 1);
        if (isWorking(date)) left -= 1;
      }
      return date;
    },
    instant: (on, step) => Math.min(startOfDay(on) + OPENS_MS + step * STEP_MS, now),
  };
};
