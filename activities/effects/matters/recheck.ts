import { uuidOf } from '../../../store/uuid';
import { freezeAssessment } from '../../assessments/freeze';
import { recheckStart } from '../../recheck';
import type { Effect } from '../../steps/context';
import { inputOf } from '../read-input';

const outcomes = { unchanged: '无变化', change: '有变化', stop: '不再符合条件' } as const;

export const assess: Effect = async (context) => {
  const { outcome } = inputOf(context, 'recheckResult');
  const frozen = await freezeAssessment(context, {});
  return { summary: { outcome, assessmentId: frozen.id }, detail: outcomes[outcome] };
};

export const concludeUnchanged: Effect = async (context) => ({
  matterOutcome: 'unchanged',
  starts: [recheckStart(await freezeAssessment(context, {}))],
});

/** What has changed is decided in a change of its own; the next re-check counts from today. */
export const concludeChange: Effect = async (context) => ({
  matterOutcome: 'change',
  opens: [{ id: uuidOf(context.row.id, context.command.commandId, 'change'), kind: 'change' }],
  starts: context.state.stage === 'benefiting' ? [recheckStart(await freezeAssessment(context, {}))] : [],
});
