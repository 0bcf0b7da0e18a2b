import { isCivilDate } from '../civil-date';
import { findDivision } from '../divisions';
import { AppError } from '../errors';
import {
  booleanOf,
  choiceOf,
  fenOf,
  findKnown,
  integerOf,
  integersOf,
  nationalParameters,
  parameters,
  ratioOf,
  type Resolved,
} from '.';
import { units } from './value';

const values = nationalParameters.flatMap((parameter) =>
  parameter.values.map((value) => ({ ...value, id: parameter.id, unit: parameter.unit })),
);
const faults = (good: (value: (typeof values)[number]) => boolean) =>
  values.filter((value) => !good(value)).map(({ id, from, division }) => `${id} ${division} ${from}`);

describe('the values of the law and the province', () => {
  it('have ids that occur once', () => {
    const ids = nationalParameters.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('fit their unit', () => expect(faults(({ unit, value }) => units[unit].fits(value))).toEqual([]));
  it('belong to a known place', () =>
    expect(faults(({ division }) => findDivision(division) !== undefined)).toEqual([]));
  it('name a reference, and real dates', () =>
    expect(
      faults(({ reference, from, to }) => reference !== '' && isCivilDate(from) && (to === undefined || to >= from)),
    ).toEqual([]));
  it('are marked as assumed where they are a default', () =>
    expect(faults(({ reference, assumed }) => !reference.startsWith('默认值') || assumed === true)).toEqual([]));

  it('are found by the nearest place and the day', () => {
    const limit = (on: string) =>
      parameters.get('deadline.decision.workingDays', { on, division: '530581001000', category: 'delegated' }).value;
    expect([limit('2022-10-19'), limit('2022-10-20')]).toEqual([30, 20]);
  });
});

describe('reading a value', () => {
  const resolved = (value: Resolved['value']): Resolved => ({
    id: 'test',
    title: '测试',
    unit: 'table',
    division: '53',
    from: '2022-01-01',
    value,
    reference: '测试',
    confidence: 'L',
  });

  it('gives fen, integers, booleans, choices and lists', () => {
    expect(fenOf(resolved('670'))).toBe(67000n);
    expect(integerOf(resolved(30))).toBe(30);
    expect(booleanOf(resolved(false))).toBe(false);
    expect(choiceOf(resolved('county'))).toBe('county');
    expect(integersOf(resolved([0, 1, 3, 5]))).toEqual([0, 1, 3, 5]);
  });

  it.each([
    ['0.75', 3n, 4n],
    ['1.3', 13n, 10n],
    ['2', 2n, 1n],
    ['0', 0n, 1n],
  ])('gives %s as %s over %s exactly', (text, numerator, denominator) =>
    expect(ratioOf(resolved(text))).toEqual({ numerator, denominator }),
  );

  it('refuses what is not of its kind', () => {
    for (const act of [
      () => fenOf(resolved(670)),
      () => integerOf(resolved(1.5)),
      () => booleanOf(resolved('true')),
      () => ratioOf(resolved('-1')),
      () => integersOf(resolved(['1'])),
      () => choiceOf(resolved(true)),
    ]) {
      expect(act).toThrow(AppError);
    }
  });

  it('finds nothing where there is no such parameter', () =>
    expect(findKnown(parameters, 'no.such', { on: '2022-01-01', division: '53' })).toBeUndefined());
});
