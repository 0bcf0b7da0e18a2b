/** What is to be told of a line. `error` and `notEligible`: the household is not taken over; `changed`: known, left as it is. */
export interface Finding {
  readonly line: number;
  /** Title of the column, or '' for the household as a whole. */
  readonly field: string;
  readonly level: 'error' | 'notEligible' | 'changed' | 'warning';
  readonly message: string;
}

export type Tell = (line: number, field: string, message: string, level?: Finding['level']) => void;

/** One row per line and field: several sentences about one cell become one. */
export const merged = (findings: readonly Finding[]): readonly Finding[] => {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.line}/${finding.field}`;
    const known = byPlace.get(key);
    byPlace.set(key, known ? { ...known, message: `${known.message};${finding.message}` } : finding);
  }
  return [...byPlace.values()];
};
