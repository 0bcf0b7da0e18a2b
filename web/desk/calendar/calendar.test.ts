import { parseDays, parseRanges } from './parse-lines';

describe('a year typed line by line', () => {
  it('is read, blank lines left out', () => {
    expect(parseRanges('2027-01-01 2027-01-03 元旦\n\n 2027-02-05  2027-02-11 春节 ')).toEqual({
      values: [
        { from: '2027-01-01', to: '2027-01-03', why: '元旦' },
        { from: '2027-02-05', to: '2027-02-11', why: '春节' },
      ],
    });
    expect(parseDays('2027-01-04')).toEqual({ values: ['2027-01-04'] });
  });

  it('is refused with the line that is wrong', () => {
    expect(parseRanges('2027-01-01 2027-01-03 元旦\n2027-02-30 2027-03-01 春节')).toEqual({
      problem: expect.stringContaining('第2行'),
    });
    expect(parseRanges('2027-01-01 2027-01-03')).toEqual({ problem: expect.stringContaining('第1行') });
    expect(parseDays('2027-13-01')).toEqual({ problem: expect.stringContaining('第1行') });
  });
});
