import { nationalCalendarYears, validateCalendarYear, type CalendarYear } from '.';
import { overlayErrors } from './check-entry';

/** An invented arrangement: the real one of that year is not published. */
const proposal: CalendarYear = {
  year: 2027,
  title: '测试用的放假安排',
  source: '测试',
  off: [
    { from: '2026-12-31', to: '2027-01-02', why: '元旦' },
    { from: '2027-05-01', to: '2027-05-05', why: '劳动节' },
    { from: '2027-10-01', to: '2027-10-07', why: '国庆节' },
  ],
  worked: ['2027-05-08', '2027-09-26'],
};
const problems = (changes: Partial<CalendarYear>) =>
  validateCalendarYear({ ...proposal, ...changes }).map(({ path, message }) => `${path}: ${message}`);
const withRange = (from: string, to: string, why = '春节') => ({ off: [...proposal.off, { from, to, why }] });

describe('a new year as typed', () => {
  it('takes every published year and a plausible new one', () => {
    for (const year of nationalCalendarYears) expect(validateCalendarYear(year)).toEqual([]);
    expect(problems({})).toEqual([]);
  });

  it('takes a made-up day in the last week of the year before', () =>
    expect(problems({ worked: ['2026-12-26'] })).toEqual([]));

  it.each([
    ['title', { title: ' ' }],
    ['source', { source: '' }],
    ['year', { year: 2.5 }],
    ['off[3].why', withRange('2027-02-05', '2027-02-11', '')],
    ['off[3].from', withRange('2027-02-30', '2027-03-02')],
    ['off[3].to', withRange('2027-02-11', '2027-02-05')],
    ['off[3].to', withRange('2027-02-05', '2027-03-05')],
    ['off[3].from', withRange('2026-12-20', '2026-12-21')],
    ['off[3].from', withRange('2027-12-30', '2028-01-01')],
    ['off[3].from', withRange('2027-05-05', '2027-05-06')], // overlaps
    ['off', { off: proposal.off.slice(1) }],
    ['worked[0]', { worked: ['2027-05-10'] }], // a Monday
    ['worked[0]', { worked: ['2027-05-02'] }], // off at the same time
    ['worked[0]', { worked: ['2028-01-08'] }],
    ['worked[1]', { worked: ['2027-05-08', '2027-05-08'] }],
    ['worked[0]', { worked: ['2027-13-01'] }],
  ] as const)('names %s in %j', (path, changes) => {
    expect(problems(changes)).toEqual([
      expect.stringMatching(new RegExp(`^${path.replace(/[[\]]/g, '\\$&')}: .*[一-鿿]`)),
    ]);
  });
});

describe('local days', () => {
  const day = { division: '5329', kind: 'off', closesOffice: true, source: '测试', why: '三月街' } as const;
  it('may not overlap', () => {
    const days = [
      { ...day, from: '2027-04-10', to: '2027-04-12' },
      { ...day, from: '2027-04-12', to: '2027-04-13', why: '另一节日' },
    ];
    expect(overlayErrors(2027, days.slice(0, 1))).toEqual([]);
    expect(overlayErrors(2027, days).map(({ path }) => path)).toEqual(['days[1].from']);
  });
});
