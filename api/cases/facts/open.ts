import { AppError } from '../../../domain/errors';
import { placeOf } from '../../../domain/lifecycle/programmes';
import type { CaseState } from '../../../domain/lifecycle/state';

const openStages = new Set(['submitted', 'supplementing', 'investigating']);
/** Matters in whose first step facts are gathered. */
const openSteps: Readonly<Record<string, string>> = { change: 'reported', recheck: 'due' };

export const areFactsOpen = ({ stage, matters }: Pick<CaseState, 'stage' | 'matters'>): boolean =>
  openStages.has(stage) || matters.some(({ kind, step }) => openSteps[kind] === step);

/**
 * A proposal rests on the facts as they were: they are locked until it comes back, and after the decision they change only
 * within a change or a re-check. @throws AppError factsLocked
 */
export const requireFactsOpen = (state: CaseState): void => {
  if (areFactsOpen(state)) return;
  throw new AppError(
    'factsLocked',
    `案件在“${placeOf(state, 'stage')}”环节,事实已锁定;申请阶段请先退回入户调查,保障期间请先登记变更或启动复核`,
  );
};
