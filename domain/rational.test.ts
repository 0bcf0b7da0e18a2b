import fc from 'fast-check';
import {
  add,
  compare,
  fraction,
  fromDecimal,
  isDecimal,
  multiply,
  over,
  roundTo,
  subtract,
  times,
  ZERO,
} from './rational';

const rational = fc
  .tuple(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), fc.bigInt({ min: 1n, max: 5_000n }))
  .map(([n, d]) => fraction(n, d));

describe('exact fractions', () => {
  it('reads decimals and percentages', () => {
    expect(fromDecimal('0.15')).toEqual(fraction(3n, 20n));
    expect(fromDecimal('15%')).toEqual(fraction(3n, 20n));
    expect(fromDecimal('-2')).toEqual(fraction(-2n));
    expect(isDecimal('1e3')).toBe(false);
    expect(() => fromDecimal('x')).toThrow(RangeError);
    expect(() => fraction(1n, 0n)).toThrow(RangeError);
  });

  it.each([
    [fraction(1n, 3n), 'up', 1n, 1n],
    [fraction(-1n, 3n), 'up', 1n, 0n],
    [fraction(-1n, 3n), 'down', 1n, -1n],
    [fraction(1n, 2n), 'halfUp', 1n, 1n],
    [fraction(149n), 'halfUp', 100n, 100n],
    [fraction(150n), 'halfUp', 100n, 200n],
    [fraction(101n), 'up', 100n, 200n],
    [fraction(100n), 'up', 100n, 100n],
    [fraction(199n), 'down', 100n, 100n],
    [fraction(401n, 4n), 'exact', 100n, 100n],
  ] as const)('rounds %p %s to %p: %p', (value, mode, unit, result) => expect(roundTo(value, mode, unit)).toBe(result));

  it('obeys arithmetic', () => {
    fc.assert(
      fc.property(rational, rational, rational, (a, b, c) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        expect(compare(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(0);
        expect(compare(times(over(a, 7), 7), a)).toBe(0);
        expect(compare(add(a, ZERO), a)).toBe(0);
      }),
    );
  });
});
