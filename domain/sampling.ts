const MASK = (1n << 64n) - 1n;
const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/** FNV-1a of 64 bits, mixed once more: small enough to be computed again by hand by whoever doubts a sample. */
const hash = (text: string): bigint => {
  let value = FNV_OFFSET;
  for (const char of text) value = ((value ^ BigInt(char.codePointAt(0)!)) * FNV_PRIME) & MASK;
  value ^= value >> 33n;
  value = (value * 0xff51afd7ed558ccdn) & MASK;
  return value ^ (value >> 33n);
};

export interface Drawn {
  readonly id: string;
  /** From 1, in the order drawn. */
  readonly rank: number;
}

/** How many are drawn of a number: the rate rounded up, at least one where there is any. */
export const sampleSize = (count: number, rate: { readonly numerator: bigint; readonly denominator: bigint }): number =>
  Number((BigInt(count) * rate.numerator + rate.denominator - 1n) / rate.denominator) || Math.min(count, 1);

/**
 * A sample that anybody can draw again: the ids in the order of their hash with the seed, as many as the rate says. The
 * order in which they are given does not matter.
 */
export const drawSample = (
  ids: readonly string[],
  seed: string,
  rate: { readonly numerator: bigint; readonly denominator: bigint },
): readonly Drawn[] =>
  [...new Set(ids)]
    .map((id) => ({ id, order: hash(`${seed}/${id}`) }))
    .sort((a, b) => (a.order === b.order ? a.id.localeCompare(b.id) : a.order < b.order ? -1 : 1))
    .slice(0, sampleSize(new Set(ids).size, rate))
    .map(({ id }, index) => ({ id, rank: index + 1 }));
