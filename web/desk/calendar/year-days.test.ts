import { monthsOf } from './year-days';

const given = {
  off: [{ from: '2027-10-01', to: '2027-10-07', why: '国庆节' }],
  worked: ['2027-10-09'],
  local: [
    { from: '2027-04-20', to: '2027-04-20', why: '三月街', kind: 'off' as const, closesOffice: true },
    { from: '2027-04-21', to: '2027-04-21', why: '半日', kind: 'off' as const, closesOffice: false },
  ],
};
const kindOf = (date: string) =>
  monthsOf(2027, given)
    .flatMap(({ days }) => days)
    .find((day) => day.date === date)?.kind;

describe('a year as a sheet', () => {
  it('has every day once, in the right column of a week that begins on Monday', () => {
    const months = monthsOf(2027, given);
    expect(months.flatMap(({ days }) => days)).toHaveLength(365);
    // 2027-01-01 is a Friday, 2027-02-01 a Monday.
    expect(months.slice(0, 2).map(({ blanks }) => blanks)).toEqual([4, 0]);
  });

  it('tells holidays, make-up days, weekends and local days apart; what leaves the office open is a working day', () => {
    expect(['2027-10-01', '2027-10-09', '2027-10-10', '2027-10-11', '2027-04-20', '2027-04-21'].map(kindOf)).toEqual([
      'off',
      'madeUp',
      'weekend',
      'work',
      'localOff',
      'work',
    ]);
  });
});
