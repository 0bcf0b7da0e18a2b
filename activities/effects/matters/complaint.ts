import { uuidOf } from '../../../store/uuid';
import type { Effect } from '../../steps/context';
import { happened, inputOf } from '../read-input';

export const recordCountyVisit: Effect = (context) => {
  const { visitedOn } = inputOf(context, 'countyVisit');
  happened(context, 'visitedOn', visitedOn);
  return { summary: { on: visitedOn } };
};

const outcomes = { unfounded: '反映不属实', change: '情况属实,转变更办理', finding: '发现问题,另行处理' } as const;

const inBenefit = new Set(['benefiting', 'leaving', 'suspended']);

/** The reporter is told; what is true leads to a change or a finding (第三十七条). */
export const answer: Effect = (context) => {
  const { outcome } = inputOf(context, 'complaintAnswer');
  const opens = outcome === 'change' && inBenefit.has(context.state.stage);
  return {
    matterOutcome: outcome,
    summary: { outcome },
    detail: outcomes[outcome],
    ...(opens && {
      opens: [{ id: uuidOf(context.row.id, context.command.commandId, 'change'), kind: 'change' as const }],
    }),
  };
};
