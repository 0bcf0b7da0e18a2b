import { createCalendar, nationalCalendarYears } from '../calendar';
import { AppError } from '../errors';
import { parameters } from '../parameters';
import { decide, type Question } from './decide';
import { riseProblem } from './indices';
import { monthStateOf } from './months';
import { withOverrides } from './overrides';

const calendar = createCalendar(nationalCalendarYears);
const question: Question = { area: '530581', month: '2022-08', indices: { cpi: '3.0' }, class: 'tekun' };
const ask = (change: Partial<Question>) => decide({ ...question, ...change }, { parameters, calendar });
const fieldsOf = (act: () => unknown): readonly string[] => {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof AppError) return (thrown.details.fields ?? []).map(({ path }) => path);
    throw thrown;
  }
  return [];
};

describe('the question', () => {
  it.each<[string, Partial<Question>]>([
    ['area', { area: '999999' }],
    ['month', { month: '2022-13' }],
    ['indices', { indices: { scpi: '4' } }],
    ['indices.cpi', { indices: { cpi: '103.5' } }],
    ['indices.cpi', { indices: { cpi: '3.555' } }],
    ['settlement', { class: 'dibao' }],
    ['publishedOn', { publishedOn: '2022-08-31' }],
  ])('names %s where it is wrong', (path, change) => expect(fieldsOf(() => ask(change))).toEqual([path]));

  it('is told what to write for an index to the base of 100, also one that fell', () => {
    expect(riseProblem('103.5')).toContain('"3.5"');
    expect(riseProblem('99.2')).toContain('"-0.8"');
    expect(riseProblem('-0.8')).toBeUndefined();
  });

  it('names each override that is unknown or wrong', () => {
    const wrong = {
      'priceLinkage.threshold/cpi': 'x',
      'priceLinkage.invented': 1,
      'priceLinkage.base': 'nobody',
      'priceLinkage.rounding.unit': 0,
    };
    expect(fieldsOf(() => withOverrides(parameters, wrong))).toEqual(
      Object.keys(wrong).map((key) => `overrides.${key}`),
    );
  });

  it('takes thresholds as an object, as numbers and with a percent sign', () => {
    const lower = withOverrides(parameters, { 'priceLinkage.threshold': { cpi: 2, foodCpi: '5%' } });
    expect(decide({ ...question, indices: { cpi: '2' } }, { parameters: lower, calendar }).starts).toBe(true);
  });
});

describe('the answer', () => {
  it('names the first month on record for a month before it', () =>
    expect(() => ask({ month: '2016-07' })).toThrow(/^2016年7月的物价联动启动条件没有收录.已收录的最早为2016年8月/));

  it('says that it starts and what to do where the standard of the month is not on record', () => {
    const { starts, amount, amountUnknown, deadline } = ask({ month: '2018-06', indices: { foodCpi: '6.0' } });
    expect([starts, amount]).toEqual([true, undefined]);
    expect(amountUnknown).toMatch(/城市最低生活保障标准.*尚无已公布的数值.*overrides/);
    expect(deadline?.publishedOn).toBe('2018-07-09');
  });

  it('cites the rule, its date and the value for each condition', () => {
    const { conditions } = ask({ indices: { cpi: '2.9', foodCpi: '6.0' } });
    expect(conditions.map(({ index, met, threshold, parameter }) => [index, met, threshold, parameter.from])).toEqual([
      ['cpi', false, '3.0', '2022-08-01'],
      ['foodCpi', true, '6', '2016-08-01'],
    ]);
    expect(conditions[0]?.says).toContain('没有达到3.0%');
  });

  it('says that the working days of an unpublished year cannot be counted, and still gives the amount', () => {
    const { amount, deadline } = ask({ month: '2019-05', indices: { cpi: '3.5' } });
    expect(amount).toBe(2000n);
    expect(deadline).toMatchObject({ assumed: true, publishedOn: '2019-06-09' });
    expect(deadline?.due).toBeUndefined();
    expect(deadline?.explanation).toContain('日历未发布');
  });

  it('stays exact where a float would not: 700 at 3 % is 21 and not 22', () => expect(ask({}).amount).toBe(2100n));
});

describe('the state of a month', () => {
  const facts = { triggered: true, started: false, ranBefore: false, due: '2022-09-30', today: '2022-09-29' };
  it.each([
    ['noIndex', { triggered: undefined }, 0],
    ['notTriggered', { triggered: false }, 0],
    ['stopped', { triggered: false, ranBefore: true }, 0],
    ['waiting', {}, 0],
    ['waiting', { today: '2022-10-01' }, 1],
    ['started', { started: true, today: '2022-09-30' }, 0],
    ['started', { started: true, today: '2022-10-08' }, 8],
    ['paid', { started: true, paidOn: '2022-09-30', today: '2023-01-01' }, 0],
    ['paid', { started: true, paidOn: '2022-10-02', today: '2023-01-01' }, 2],
  ])('%s %p is %i days late', (state, change, daysLate) =>
    expect(monthStateOf({ ...facts, ...change })).toMatchObject({ state, daysLate }),
  );
});
