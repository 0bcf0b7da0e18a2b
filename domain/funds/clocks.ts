import type { Calendar } from '../calendar';
import { addDays, daysBetween, type CivilDate } from '../civil-date';
import { AppError } from '../errors';

/**
 * What an office must do with money in time. The days are a parameter; calendar days, the day of the event not counted; a
 * limit that ends on a day off ends on the next working day.
 */
export const fundClocks = {
  passDown: {
    label: '未及时下达',
    parameter: 'funds.passDownDays',
    todo: '收到的资金应下达到下一级',
    clause: '三(二)',
  },
  arrival: { label: '下达后未到账', parameter: 'funds.arrivalDays', todo: '已下达的资金应拨付到账', clause: '三(二)' },
  /** Runs from the day the money first came in anywhere; an office has the days of `atLeast` from when it came there. */
  idle: {
    label: '资金滞留',
    parameter: 'funds.idleDays',
    atLeast: 'funds.passDownDays',
    todo: '到账的资金应支出或拨付',
    clause: '三(二)',
  },
} as const;

export type FundClock = keyof typeof fundClocks;

/** What else the daily tick tells of. */
export const fundAlerts = {
  ...fundClocks,
  shortage: { label: '资金将不足', todo: '落实资金来源', clause: '三(二)' },
  overdrawn: { label: '支出超过到账', todo: '核对银行迟到的发放结果并补足资金', clause: '三(二)' },
} as const;

export type FundAlertKind = keyof typeof fundAlerts;
export const fundAlertStages = { reminder: '即将到期', late: '已超期' } as const;
export type FundAlertStage = keyof typeof fundAlertStages;

/** The last day to act; where working days are not published, the plain date. */
export const dueOn = (since: CivilDate, days: number, calendar: Calendar, division: string): CivilDate => {
  let day = addDays(since, days);
  try {
    while (!calendar.isWorkingDay(day, division)) day = addDays(day, 1);
    return day;
  } catch (error) {
    if (error instanceof AppError && error.code === 'calendarUnpublished') return addDays(since, days);
    throw error;
  }
};

/** Nothing, a reminder to the office itself, or late: then the level above sees it as late too. */
export const stageOn = (today: CivilDate, due: CivilDate, remindDays: number): FundAlertStage | undefined => {
  if (today > due) return 'late';
  return daysBetween(today, due) <= remindDays ? 'reminder' : undefined;
};

export const daysLate = (today: CivilDate, due: CivilDate): number => Math.max(0, daysBetween(due, today));
