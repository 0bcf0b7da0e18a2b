import type { HistoryView } from './api';

type Step = HistoryView['steps'][number];

/** One line of the table: a span in which neither the place's value nor the guide changes. */
export interface Span {
  readonly from: string;
  readonly to: string | null;
  readonly own: Step | undefined;
  readonly guide: Step | undefined;
}

const holding = (steps: readonly Step[], day: string): Step | undefined =>
  steps.find(({ from, to }) => from <= day && (to === null || day <= to));

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** The place beside the guide, newest first. */
export const spansOf = ({ steps, guide }: Pick<HistoryView, 'steps' | 'guide'>): readonly Span[] => {
  const days = [...new Set([...steps, ...guide].map(({ from }) => from))].sort();
  return days
    .map((from, index): Span => {
      const next = days[index + 1];
      return { from, to: next ? dayBefore(next) : null, own: holding(steps, from), guide: holding(guide, from) };
    })
    .reverse();
};
