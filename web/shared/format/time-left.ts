import { calendarDaysLeft, dueDate, showDate } from './dates';

export type Urgency = 'late' | 'today' | 'soon' | 'running' | 'none';

/** From this many calendar days on a limit counts as near. */
const SOON = 3;

interface Limit {
  readonly dueAt: string | null | undefined;
  /** As counted by the office's calendar; only told when the server says it. */
  readonly daysLeft?: number | null | undefined;
  readonly unit?: string | undefined;
}

export const urgencyOf = (dueAt: string | null | undefined, now: number = Date.now()): Urgency => {
  if (!dueAt) return 'none';
  const left = Date.parse(dueAt) <= now ? -1 : calendarDaysLeft(dueAt, now);
  if (left < 0) return 'late';
  if (left === 0) return 'today';
  return left <= SOON ? 'soon' : 'running';
};

/** Of a right that the household has until then: no office's time. */
export const sayRight = (dueAt: string, now: number = Date.now()): string =>
  Date.parse(dueAt) <= now ? `已于${showDate(dueDate(dueAt))}届满` : `可在${showDate(dueDate(dueAt))}前提出`;

/** 还剩 6 天(8月15日到期) / 今天到期 / 超期 2 天: colour is never the only sign. */
export const sayTimeLeft = ({ dueAt }: Limit, now: number = Date.now()): string => {
  if (!dueAt) return '无时限';
  const left = calendarDaysLeft(dueAt, now);
  const urgency = urgencyOf(dueAt, now);
  if (urgency === 'late') return `超期${Math.max(1, -left)}天(${showDate(dueDate(dueAt))}到期)`;
  if (urgency === 'today') return '今天到期';
  return `还剩${left}天(${showDate(dueDate(dueAt))}到期)`;
};

/** The short form for a table cell. */
export const sayTimeLeftShort = (dueAt: string | null | undefined, now: number = Date.now()): string => {
  if (!dueAt) return '无时限';
  const left = calendarDaysLeft(dueAt, now);
  const urgency = urgencyOf(dueAt, now);
  if (urgency === 'late') return `超期${Math.max(1, -left)}天`;
  return urgency === 'today' ? '今天到期' : `还剩${left}天`;
};
