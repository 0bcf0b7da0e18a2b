import fc from 'fast-check';
import { createCalendar, localOverlays, nationalCalendarYears, type CalendarOverlay } from '.';
import { addDays, weekday } from '../civil-date';
import { AppError } from '../errors';

const calendar = createCalendar(nationalCalendarYears, localOverlays);
const KUNMING = '530102001000';
const DALI = '532901001000';
const DEHONG = '533103001000';

const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof AppError ? error.code : 'other';
  }
};

describe('national years', () => {
  it('covers 2021 to 2026, each with its source', () => {
    expect(calendar.years).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
    for (const { source, title, year } of nationalCalendarYears) {
      expect(source).toMatch(/^https:\/\/www\.gov\.cn\/zhengce\/zhengceku\//);
      expect(title).toContain(`${year}年部分节假日安排`);
    }
  });

  it('works only weekend days that the notice names', () => {
    for (const { worked } of nationalCalendarYears)
      expect(worked.filter((day) => ![0, 6].includes(weekday(day)))).toEqual([]);
  });

  it.each([
    ['2022-12-31', false, '元旦'], // of the notice for 2023
    ['2023-01-02', false, '元旦'],
    ['2023-01-28', true, '调休上班'],
    ['2024-02-09', true, '工作日'], // 除夕 was a working day
    ['2024-02-18', true, '调休上班'],
    ['2025-10-08', false, '国庆节、中秋节'],
    ['2025-10-11', true, '调休上班'],
    ['2026-02-23', false, '春节'],
    ['2026-02-28', true, '调休上班'],
    ['2026-03-01', false, '星期日'],
    ['2026-03-02', true, '工作日'],
  ])('%s: working %p (%s)', (date, working, why) => expect(calendar.dayKind(date, KUNMING)).toEqual({ working, why }));

  it.each([
    ['2022-01-28', 1, '2022-01-29'], // Saturday before Spring Festival, worked
    ['2022-01-30', 1, '2022-02-07'],
    ['2022-09-30', 1, '2022-10-08'],
    ['2022-09-30', 3, '2022-10-10'],
    ['2022-12-30', 1, '2023-01-03'],
    ['2026-02-13', 2, '2026-02-24'], // 02-14 worked, then nine days off
  ])('%s and %i working days is %s', (from, count, date) =>
    expect(calendar.addWorkingDays(from, count, KUNMING).date).toBe(date),
  );

  it('names every day that it skips', () =>
    expect(calendar.addWorkingDays('2024-04-03', 2, KUNMING)).toEqual({
      date: '2024-04-08',
      skipped: ['2024-04-04', '2024-04-05', '2024-04-06'].map((date) => ({ date, why: '清明节' })),
    }));
});

describe('days of single places', () => {
  it('大理 is closed for 三月街 in April 2025 while 昆明 works', () => {
    expect(calendar.dayKind('2025-04-14', DALI)).toEqual({ working: false, why: '三月街民族节' });
    expect(calendar.isWorkingDay('2025-04-14', KUNMING)).toBe(true);
    expect(calendar.addWorkingDays('2025-04-10', 3, KUNMING).date).toBe('2025-04-15');
    expect(calendar.addWorkingDays('2025-04-10', 3, DALI).date).toBe('2025-04-16');
  });

  it('a day for part of the people does not close the office', () => {
    expect(localOverlays.find(({ from }) => from === '2023-01-30')).toMatchObject({
      division: '5331',
      closesOffice: false,
    });
    expect(calendar.isWorkingDay('2023-01-30', DEHONG)).toBe(true);
    expect(calendar.isWorkingDay('2023-02-06', DEHONG)).toBe(false);
  });

  it('a local make-up day is worked there only', () => {
    expect(calendar.isWorkingDay('2023-04-16', DEHONG)).toBe(true);
    expect(calendar.isWorkingDay('2023-04-16', KUNMING)).toBe(false);
  });

  it('the nearest place wins', () => {
    const day = { from: '2025-06-05', to: '2025-06-05', why: '测试', closesOffice: true, source: '测试' };
    const overlays: CalendarOverlay[] = [
      { ...day, division: '532901', kind: 'work' },
      { ...day, division: '5329', kind: 'off' },
    ];
    const local = createCalendar(nationalCalendarYears, overlays);
    expect(local.isWorkingDay('2025-06-05', '532901001000')).toBe(true);
    expect(local.isWorkingDay('2025-06-05', '532922001000')).toBe(false);
  });
});

describe('beyond the published years', () => {
  it('says so and what to do', () => {
    const act = () => calendar.isWorkingDay('2027-01-04', KUNMING);
    expect(codeOf(act)).toBe('calendarUnpublished');
    expect(act).toThrow(/2027年日历未发布.*请管理员录入/);
    expect(codeOf(() => calendar.isWorkingDay('2020-12-31', KUNMING))).toBe('calendarUnpublished');
  });

  it('also when counting crosses into it', () => {
    expect(calendar.addWorkingDays('2026-12-24', 5, KUNMING).date).toBe('2026-12-31');
    expect(codeOf(() => calendar.addWorkingDays('2026-12-24', 6, KUNMING))).toBe('calendarUnpublished');
    expect(codeOf(() => calendar.workingDaysBetween('2026-12-30', '2027-01-01', KUNMING))).toBe('calendarUnpublished');
  });
});

describe('counting', () => {
  const date = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2021-01-01', days));
  const count = fc.integer({ min: 0, max: 40 });
  const division = fc.constantFrom(KUNMING, DALI, DEHONG);

  it('ends on a working day and sees exactly that many', () =>
    fc.assert(
      fc.property(date, count, division, (from, n, where) => {
        const end = calendar.addWorkingDays(from, n, where);
        expect(calendar.workingDaysBetween(from, end.date, where)).toBe(n);
        if (n > 0) expect(calendar.isWorkingDay(end.date, where)).toBe(true);
        expect(end.skipped.every((day) => !calendar.isWorkingDay(day.date, where))).toBe(true);
      }),
    ));

  it('is monotone in the start and strictly in the number', () =>
    fc.assert(
      fc.property(date, count, division, (from, n, where) => {
        const end = calendar.addWorkingDays(from, n, where).date;
        expect(calendar.addWorkingDays(addDays(from, 1), n, where).date >= end).toBe(true);
        expect(calendar.addWorkingDays(from, n + 1, where).date > end).toBe(true);
      }),
    ));

  it('adds up', () =>
    fc.assert(
      fc.property(date, count, count, division, (from, a, b, where) => {
        const half = calendar.addWorkingDays(from, a, where).date;
        expect(calendar.addWorkingDays(half, b, where).date).toBe(calendar.addWorkingDays(from, a + b, where).date);
      }),
    ));

  it('takes a working day as its own next', () =>
    fc.assert(
      fc.property(date, division, (from, where) => {
        const next = calendar.nextWorkingDay(from, where);
        expect(next.date === from).toBe(calendar.isWorkingDay(from, where));
        expect(next.date >= from).toBe(true);
      }),
    ));
});
