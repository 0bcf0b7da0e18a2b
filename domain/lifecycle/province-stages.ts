import type { CaseFacts } from './facts';

/** The names that the province's own system gives to the stages of a case (受理 → … → 区县审核确认). */
const names: Readonly<Record<string, string>> = {
  submitted: '受理',
  supplementing: '受理',
  investigating: '入户调查',
  proposed: '初审',
  publicised: '公示确认',
  objected: '民主评议',
  reviewing: '区县审查意见',
  confirming: '区县审核确认',
};

/** There the maker's proposal is a stage of its own: it begins when nothing is missing any more. */
const proposing = ({ visitSigned, dataCheck }: CaseFacts): boolean =>
  visitSigned && (dataCheck === 'consistent' || dataCheck === 'inconsistent');

/** Undefined after the decision: the province's table ends there. */
export const provinceStageOf = (stage: string, facts: CaseFacts): string | undefined =>
  stage === 'investigating' && proposing(facts) ? '初审建议' : names[stage];
