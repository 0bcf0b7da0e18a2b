/** An exact fraction with a positive denominator. Sums of money are in fen; nothing is rounded until the end. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export type RoundingMode = 'exact' | 'up' | 'down' | 'halfUp';

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Of numbers where they are exact, which they nearly always are: several times as fast. */
const gcd = (a: bigint, b: bigint): bigint => {
  if (b <= SAFE && a <= SAFE && a >= -SAFE) {
    let x = Math.abs(Number(a));
    let y = Number(b);
    while (y !== 0) [x, y] = [y, x % y];
    return BigInt(x);
  }
  let [x, y] = [a < 0n ? -a : a, b];
  while (y) [x, y] = [y, x % y];
  return x;
};

export const ZERO: Rational = { n: 0n, d: 1n };

/** @throws RangeError on a denominator that is not positive. */
export const fraction = (n: bigint, d = 1n): Rational => {
  if (d <= 0n) throw new RangeError('denominator must be positive');
  if (d === 1n) return { n, d };
  const common = gcd(n, d);
  return common === 1n ? { n, d } : { n: n / common, d: d / common };
};

export const add = (a: Rational, b: Rational): Rational => {
  if (a.n === 0n) return b;
  if (b.n === 0n) return a;
  return a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
};
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d });
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational => fraction(a.n * b.n, a.d * b.d);
export const times = (a: Rational, by: number): Rational => fraction(a.n * BigInt(by), a.d);
export const over = (a: Rational, by: number): Rational => fraction(a.n, a.d * BigInt(by));
export const compare = (a: Rational, b: Rational): number => {
  const same = a.d === b.d;
  const left = same ? a.n : a.n * b.d;
  const right = same ? b.n : b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
};
export const isBelow = (a: Rational, b: Rational): boolean => compare(a, b) < 0;
export const greater = (a: Rational, b: Rational): Rational => (isBelow(a, b) ? b : a);
export const lesser = (a: Rational, b: Rational): Rational => (isBelow(b, a) ? b : a);
export const notNegative = (a: Rational): Rational => (a.n < 0n ? ZERO : a);
export const total = (values: readonly Rational[]): Rational => values.reduce(add, ZERO);

const floor = (n: bigint, d: bigint): bigint => (n < 0n && n % d !== 0n ? n / d - 1n : n / d);

/** To a multiple of `unit`, as a whole number. `exact` keeps the unit of one and rounds only what no coin can show. */
export const roundTo = (value: Rational, mode: RoundingMode, unit = 1n): bigint => {
  const step = mode === 'exact' ? 1n : unit;
  const d = value.d * step;
  const whole = floor(value.n, d);
  const rest = value.n - whole * d;
  if (rest === 0n || mode === 'down') return whole * step;
  return (mode === 'up' || rest * 2n >= d ? whole + 1n : whole) * step;
};

const DECIMAL = /^(-?)(\d{1,15})(?:\.(\d{1,12}))?(%?)$/;

export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** "0.15", "15%" → 3/20. @throws RangeError */
export const fromDecimal = (text: string): Rational => {
  const match = DECIMAL.exec(text);
  if (!match) throw new RangeError(`“${text}”不是小数或百分数`);
  const decimals = match[3] ?? '';
  const n = BigInt(match[2]! + decimals);
  return fraction(match[1] ? -n : n, 10n ** BigInt(decimals.length) * (match[4] ? 100n : 1n));
};
