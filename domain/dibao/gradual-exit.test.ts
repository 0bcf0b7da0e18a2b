import { nationalParameters } from '../parameters/generated';
import { createParameters } from '../parameters/resolve';
import { gradualExit, gradualExitBounds, type GradualExitRequest } from './gradual-exit';

const parameters = createParameters(nationalParameters);
const request: GradualExitRequest = {
  reason: 'employment',
  months: 6,
  grantedOn: '2022-11-15',
  division: '530581001000',
  earlierExits: 0,
  perCapitaIncome: 150_000n,
  lastBenefit: 70_000n,
};
const grant = (changes: Partial<GradualExitRequest>, overrides: readonly (readonly [string, unknown])[] = []) =>
  gradualExit({ ...request, ...changes }, parameters, new Map(overrides as [string, string | number | object[]][]));

describe('gradual exit (救助渐退)', () => {
  it.each([
    ['2022-06-27', 6, 12],
    ['2022-06-28', 6, 12],
    ['2022-10-19', 6, 12],
    ['2022-10-20', 1, 6],
    ['2025-09-01', 1, 6],
  ])('granted on %s lasts from %i to %i months', (on, min, max) => {
    expect(gradualExitBounds(parameters, on, '53')).toMatchObject({ min, max });
  });

  it.each([
    ['2022-10-19', 5, false],
    ['2022-10-19', 6, true],
    ['2022-10-19', 12, true],
    ['2022-10-19', 13, false],
    ['2022-10-20', 0, false],
    ['2022-10-20', 1, true],
    ['2022-10-20', 6, true],
    ['2022-10-20', 7, false],
    ['2022-10-20', 1.5, false],
  ])('granted on %s for %p months: %p', (grantedOn, months, granted) => {
    expect(grant({ grantedOn, months }).granted).toBe(granted);
  });

  it('fixes months, amounts and end when it is granted', () => {
    expect(grant({ months: 3 })).toMatchObject({
      granted: true,
      amounts: [70_000n, 70_000n, 70_000n],
      firstMonth: '2022-12',
      lastMonth: '2023-02',
      endsOn: '2023-02-28',
    });
  });

  it('steps down where the area says so', () => {
    const steps = [
      { fromMonth: 1, ratio: '1' },
      { fromMonth: 3, ratio: '50%' },
    ];
    expect(grant({ months: 4 }, [['dibao.gradualExit.steps', steps]])).toMatchObject({
      amounts: [70_000n, 70_000n, 35_000n, 35_000n],
    });
  });

  it('is refused for another reason, without a benefit, and beyond the limits an area sets', () => {
    expect(grant({ lastBenefit: 0n })).toMatchObject({
      granted: false,
      reason: expect.stringContaining('没有正在发放') as string,
    });
    const repeat = [['dibao.gradualExit.repeatLimit', 1]] as const;
    expect(grant({ earlierExits: 0 }, repeat).granted).toBe(true);
    expect(grant({ earlierExits: 1 }, repeat)).toMatchObject({ granted: false, reason: '渐退最多1次,已享受1次' });
    const ceiling = [['dibao.gradualExit.incomeCeiling', '2']] as const;
    expect(grant({ standard: 70_000n, perCapitaIncome: 140_000n }, ceiling).granted).toBe(true);
    expect(grant({ standard: 70_000n, perCapitaIncome: 140_001n }, ceiling).granted).toBe(false);
    expect(grant({}, ceiling)).toMatchObject({
      granted: false,
      reason: expect.stringContaining('请提供低保标准') as string,
    });
  });

  it('before the notice was for registered poor households only', () => {
    expect(grant({ grantedOn: '2022-06-27' }).granted).toBe(false);
    expect(grant({ grantedOn: '2022-06-27', registeredPoor: true }).granted).toBe(true);
    expect(grant({ grantedOn: '2022-06-28' }).granted).toBe(true);
  });

  it('is not known before 2020', () => {
    expect(() => gradualExitBounds(parameters, '2019-12-31', '53')).toThrow('尚无已公布的数值');
  });
});
