/** Seeded and repeatable (mulberry32): the same seed gives the same households on every machine. */
export const createRandom = (seed: number) => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** From `least` to `most`, both included. */
    integer: (least: number, most: number): number => least + Math.floor(next() * (most - least + 1)),
    chance: (share: number): boolean => next() < share,
    of: <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)]!,
  };
};
export type Random = ReturnType<typeof createRandom>;
