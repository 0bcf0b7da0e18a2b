import type { CaseView } from '../../../shared/api/types';

const stages: ReadonlySet<string> = new Set(['submitted', 'supplementing', 'investigating']);
/** Matters in whose first step facts are gathered. */
const steps: Readonly<Record<string, string>> = { change: 'reported', recheck: 'due' };

/** Whether facts can be written now; the API decides, this only keeps people from filling in a form in vain. */
export const factsOpen = ({ stage, matters }: Pick<CaseView, 'stage' | 'matters'>): boolean =>
  stages.has(stage.id) || matters.some(({ kind, step }) => steps[kind] === step);
