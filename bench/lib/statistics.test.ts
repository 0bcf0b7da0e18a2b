import { median, quantile, ratios, spreadOf } from './statistics';

describe('figures of a benchmark', () => {
  it('the median is the middle, or the mean of the two in the middle, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(() => median([])).toThrow('no values');
  });

  it('p95 is a value that was measured, exceeded by at most one in twenty', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(quantile(hundred, 0.95)).toBe(95);
    expect(quantile(hundred, 0.5)).toBe(50);
    expect(quantile([7], 0.95)).toBe(7);
    expect(quantile([1, 2], 0)).toBe(1);
  });

  it('the spread tells how far apart the rounds lie', () => {
    expect(spreadOf([10, 12, 8])).toEqual({ median: 10, least: 8, most: 12, relative: 0.4, rounds: 3 });
  });

  it('each round is compared with the floor of the same round', () => {
    expect(ratios([8, 20], [10, 20])).toEqual([0.8, 1]);
    expect(() => ratios([1], [])).toThrow('every round');
  });
});
