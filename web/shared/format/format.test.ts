import { endOfDay } from '../../../domain/civil-date';
import { calendarDaysLeft, dueDate, showDate, showInstant } from './dates';
import { isAmount, showYuan } from './money';
import { sayTimeLeft, sayTimeLeftShort, urgencyOf } from './time-left';

const due = new Date(endOfDay('2022-08-15')).toISOString();
const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('dates for people', () => {
  it('shows a civil date and an instant in words, by the clock of Beijing', () => {
    expect(showDate('2022-07-01')).toBe('2022年7月1日');
    expect(showInstant('2022-06-30T17:05:00Z')).toBe('2022年7月1日 01:05');
    expect(showDate(null)).toBe('—');
  });

  it('counts a limit that ends at 24:00 to its own day', () => {
    expect(dueDate(due)).toBe('2022-08-15');
    expect(calendarDaysLeft(due, at('2022-08-15T23:59:59'))).toBe(0);
  });
});

describe('time left', () => {
  it.each([
    ['2022-08-05T09:00:00', 'running', '还剩10天(2022年8月15日到期)', '还剩10天'],
    ['2022-08-12T09:00:00', 'soon', '还剩3天(2022年8月15日到期)', '还剩3天'],
    ['2022-08-15T23:59:00', 'today', '今天到期', '今天到期'],
    ['2022-08-16T00:00:00', 'late', '超期1天(2022年8月15日到期)', '超期1天'],
    ['2022-08-18T08:00:00', 'late', '超期3天(2022年8月15日到期)', '超期3天'],
  ])('at %s is %s', (now, urgency, long, short) => {
    expect(urgencyOf(due, at(now))).toBe(urgency);
    expect(sayTimeLeft({ dueAt: due }, at(now))).toBe(long);
    expect(sayTimeLeftShort(due, at(now))).toBe(short);
  });

  it('says so where there is no limit', () => {
    expect(urgencyOf(null)).toBe('none');
    expect(sayTimeLeftShort(undefined)).toBe('无时限');
  });
});

describe('money', () => {
  it('groups thousands and always shows two decimals', () => {
    expect(showYuan('1234567.5')).toBe('1,234,567.50元');
    expect(showYuan('0')).toBe('0.00元');
    expect(showYuan('-12.30')).toBe('−12.30元');
    expect(showYuan(null)).toBe('—');
  });

  it('takes no negative amount and no third decimal', () => {
    expect(['670', '670.5', '670.55', '670.555', '-1', '', '1e3'].filter(isAmount)).toEqual(['670', '670.5', '670.55']);
  });
});
