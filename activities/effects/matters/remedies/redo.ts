import { uuidOf } from '../../../../store/uuid';
import type { Outcome, StepContext } from '../../../steps/context';
import { townshipLetter } from '../../heads';

const decided: ReadonlySet<string> = new Set(['refused', 'stopped']);

/** A decision that was annulled is made anew: the whole limit runs from today; while the benefit goes on, in a change. */
export const redo = (context: StepContext): Outcome => {
  const { row, state, command, on } = context;
  if (!decided.has(state.stage))
    return {
      summary: { outcome: 'redo' },
      opens: state.matters.some(({ kind }) => kind === 'change')
        ? []
        : [{ id: uuidOf(row.id, command.commandId, 'change'), kind: 'change' }],
      detail: '转变更重新办理',
    };
  const to = row.acceptedOn ? 'investigating' : 'submitted';
  const variant = row.authority === 'township' ? 'delegated' : 'county';
  return {
    stage: to,
    summary: { outcome: 'redo', to, on },
    starts: to === 'investigating' ? [{ kind: 'decision', variant }, { kind: 'investigationStart' }] : [],
    caseChanges: { decidedOn: null, ...(to === 'investigating' && { acceptedOn: on }) },
    letter: townshipLetter(
      context,
      'redo',
      '根据复议决定或者生效裁判,原决定已被撤销,现重新办理您的申请,请配合调查核实。',
    ),
  };
};
