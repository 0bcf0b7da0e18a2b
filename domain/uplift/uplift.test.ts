import { monthsToYearEnd, toYearEnd } from './budget';
import { classOf } from './classes';

it.each([
  [30_000n, 30_001n, 'gain'],
  [30_000n, 30_000n, 'same'],
  [30_000n, 29_999n, 'decrease'],
  [30_000n, 0n, 'fall'],
  [0n, 0n, 'fall'],
] as const)('from %s to %s fen is %s', (before, after, expected) => expect(classOf(before, after)).toBe(expected));

it('the year ends with December, the first month counts', () => {
  expect(['2025-01', '2025-07', '2025-12'].map(monthsToYearEnd)).toEqual([12, 6, 1]);
  expect(toYearEnd('2025-07-01', 1_050n)).toBe(6_300n);
  expect(toYearEnd('2025-07-01', -5n)).toBe(-30n);
});
