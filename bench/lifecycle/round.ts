/** What one round of one side took. */
export interface Round {
  readonly cases: number;
  readonly ms: number;
  /** Milliseconds of each human step, from sending to its answer. */
  readonly steps: readonly number[];
  /** Milliseconds of each start, where it is more than a call to the engine. */
  readonly starts: readonly number[];
}

export const perSecond = ({ cases, ms }: Round): number => (cases / ms) * 1000;
