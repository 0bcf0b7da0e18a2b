import { createAnswerer } from '../dibao/assess';
import { createParameters, parameters, nationalParameters, type Parameter } from '../parameters';
import { brokenOn, objectionsTo, warningsOn, type Proposal } from '../parameters/invariants';
import { alertsOn } from './alerts';
import { historyOf, standardOn } from './history';
import { suppose } from './suppose';

const local = (id: string, ...values: { division: string; from: string; to?: string; value: string }[]): Parameter => ({
  ...nationalParameters.find((parameter) => parameter.id === id)!,
  values: values.map((value) => ({ ...value, reference: '当地文件', confidence: 'H' as const })),
});
const withLocal = (...lists: Parameter[]) => createParameters(nationalParameters, lists);
const proposal = (change: Partial<Proposal>): Proposal => ({
  id: 'dibao.standard.rural',
  division: '532901',
  from: '2022-07-01',
  to: '2023-06-30',
  value: '5343',
  reference: '当地文件',
  ...change,
});
const behind = withLocal(local('dibao.standard.rural', { division: '532901', from: '2022-01-01', value: '5000' }));

// @clause 三(二) new standards are carried out from 1 July 2022
describe('the first day of a new standard', () => {
  it('is the day of the guide: a month later leaves a gap and is refused with the rule', () => {
    expect(objectionsTo(behind, proposal({}))).toEqual([]);
    const [late] = objectionsTo(behind, proposal({ from: '2022-08-01' }));
    expect(late).toMatchObject({ path: 'from' });
    for (const part of ['2022年7月1日', '5,000', '5,343', '三(二)']) expect(late?.message).toContain(part);
  });

  it('is free where the place stood at the guide until then, and before the notice', () => {
    expect(objectionsTo(parameters, proposal({ from: '2022-08-01', value: '5400' }))).toEqual([]);
    expect(
      objectionsTo(
        withLocal(
          local('dibao.standard.urban', { division: '532901', from: '2020-01-01', to: '2020-10-31', value: '630' }),
        ),
        proposal({ id: 'dibao.standard.urban', from: '2020-11-01', to: '2021-06-30', value: '640' }),
      ),
    ).toEqual([]);
  });

  it('follows the guide of every later year', () => {
    const [late] = objectionsTo(
      withLocal(local('dibao.standard.rural', { division: '532901', from: '2024-07-01', value: '6400' })),
      proposal({ from: '2025-08-01', to: '2026-06-30', value: '6720' }),
    );
    expect(late?.message).toContain('2025年7月1日');
    expect(late?.message).toContain('云民发〔2025〕40号');
  });
});

it('a value of the past is entered as it was, with a warning that cites the rule', () => {
  const past = proposal({ id: 'dibao.standard.urban', from: '2020-06-01', to: '2020-10-31', value: '630' });
  expect(objectionsTo(parameters, past)[0]?.message).toContain('不得低于');
  expect(objectionsTo(parameters, { ...past, history: true })).toEqual([]);
  expect(warningsOn(parameters, { ...past, history: true })[0]).toContain('640');
  expect(warningsOn(parameters, past)).toEqual([]);
});

describe('a place that has not followed', () => {
  it('is late from the day of the guide on, and right again once it followed', () => {
    expect(brokenOn(behind, '532901', '2022-06-30')).toEqual([]);
    expect(brokenOn(behind, '532901', '2022-07-01')).toMatchObject([{ rule: 'guide', dueOn: '2022-07-01' }]);
    const raised = withLocal(
      local(
        'dibao.standard.rural',
        { division: '532901', from: '2022-01-01', value: '5000' },
        { division: '532901', from: '2022-07-01', value: '5400' },
      ),
    );
    expect(brokenOn(raised, '532901', '2022-07-01')).toEqual([]);
  });

  it('is also late when its own urban standard outgrows 特困 or its rural one', () => {
    const urban = withLocal(local('dibao.standard.urban', { division: '532901', from: '2025-07-01', value: '800' }));
    expect(brokenOn(urban, '532901', '2025-07-01').map(({ rule }) => rule)).toEqual(['tekunRatio', 'ruralRatio']);
  });

  it('is reminded before, told once it is late, and others are left alone', () => {
    const own = (today: string) =>
      alertsOn(behind, today, 30)
        .filter(({ division }) => division === '532901')
        .map(({ kind, dueOn }) => [kind, dueOn]);
    expect(own('2022-05-31')).toEqual([]);
    expect(own('2022-06-01')).toEqual([['soon', '2022-07-01']]);
    expect(own('2022-07-01')).toEqual([['late', '2022-07-01']]);
    expect(own('2023-07-01')).toEqual([['late', '2023-07-01']]);
    expect(alertsOn(parameters, '2025-07-01', 30)).toEqual([]);
  });
});

describe('the history of a standard', () => {
  it('is a chain of steps of the nearest place, each with its last day', () => {
    const steps = historyOf(parameters, 'urban', '530581');
    expect(steps.map(({ from, to, value, own }) => [from, to, value, own]).slice(3, 6)).toEqual([
      ['2021-07-01', '2022-03-31', '660', false],
      ['2022-04-01', '2022-06-30', '670', true],
      ['2022-07-01', '2023-06-30', '700', false],
    ]);
    expect(steps.at(-1)).toMatchObject({ from: '2025-07-01', value: '744' });
    expect(steps.at(-1)).not.toHaveProperty('to');
  });
});

describe('what if', () => {
  it('goes before nearer values in the area from its day on, and nowhere else', () => {
    const tried = suppose(behind, { kind: 'rural', area: '5329', value: '9000', from: '2022-07-01' });
    const at = (division: string, on: string) => standardOn(tried, 'rural', division, on)?.value;
    expect([at('532901', '2022-06-30'), at('532901', '2022-07-01'), at('532922', '2022-07-01')]).toEqual([
      '5000',
      '9000',
      '9000',
    ]);
    expect(at('530581', '2022-07-01')).toBe('5343');
    expect(standardOn(behind, 'rural', '532901', '2022-07-01')?.value).toBe('5000');
  });
});

// @clause 三(二) a standard of the future changes nothing before its day
it('a standard entered for the future changes no amount before its day', () => {
  const later = withLocal(local('dibao.standard.urban', { division: '532901', from: '2022-10-01', value: '800' }));
  const monthly = (given: typeof parameters, date: string) =>
    createAnswerer(given)({
      date,
      division: '532901',
      area: 'urban',
      members: [{ id: '户主', relation: 'applicant', age: 70 }],
    }).monthly;
  expect(monthly(later, '2022-09-30')).toBe(monthly(parameters, '2022-09-30'));
  expect(monthly(later, '2022-10-01') - monthly(later, '2022-09-30')).toBe(10_000n);
});
