import { civilDateAt, daysBetween, sayDate } from '../../../domain/civil-date';

/** Today in Asia/Shanghai, whatever the clock zone of the computer. */
export const today = (now: number = Date.now()): string => civilDateAt(now);

/** "2022-07-01" or an instant → 2022年7月1日; an empty value → 「—」. */
export const showDate = (value: string | null | undefined): string => {
  if (!value) return '—';
  return sayDate(value.length === 10 ? value : civilDateAt(Date.parse(value)));
};

/** An instant → 2022年7月1日 14:05 (Asia/Shanghai). */
export const showInstant = (value: string | number | null | undefined): string => {
  if (value === null || value === undefined || value === '') return '—';
  const at = typeof value === 'number' ? value : Date.parse(value);
  const clock = new Intl.DateTimeFormat('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'Asia/Shanghai',
  }).format(at);
  return `${sayDate(civilDateAt(at))} ${clock}`;
};

/** The day on which a limit that ends at an instant falls: 24:00 of a day belongs to that day. */
export const dueDate = (dueAt: string): string => civilDateAt(Date.parse(dueAt) - 1);

/** Calendar days from today to the last day of a limit; negative when it is over. */
export const calendarDaysLeft = (dueAt: string, now: number = Date.now()): number =>
  daysBetween(civilDateAt(now), dueDate(dueAt));
