/** The middle value; of an even number the mean of the two in the middle. @throws RangeError on none. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) throw new RangeError('no values');
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The smallest value that at least `share` (0–1) of all values do not exceed. @throws RangeError on none. */
export const quantile = (values: readonly number[], share: number): number => {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
};

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** (most − least) ÷ median: above about 0.3 the machine was busy with something else. */
  readonly relative: number;
  readonly rounds: number;
}

export const spreadOf = (values: readonly number[]): Spread => {
  const middle = median(values);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return { median: middle, least, most, relative: middle === 0 ? 0 : (most - least) / middle, rounds: values.length };
};

/** Round by round, ours to the floor of the same round: what slows the machine down slows both. */
export const ratios = (ours: readonly number[], floor: readonly number[]): number[] => {
  if (ours.length !== floor.length) throw new RangeError('every round needs its floor');
  return ours.map((value, round) => value / floor[round]!);
};
