import { uuidOf } from '../../../store/uuid';
import type { Effect } from '../../steps/context';
import { documentsOfCase, happened, inputOf } from '../read-input';

export const recordCountyVisit: Effect = (context) => {
  const { visitedOn } = inputOf(context, 'countyVisit');
  happened(context, 'visitedOn', visitedOn);
  return { summary: { on: visitedOn } };
};

const outcomes = { correct: '确认正确', flawed: '程序有瑕疵', wrong: '不应确认或金额有误' } as const;
const inBenefit = new Set(['benefiting', 'leaving', 'suspended']);

/** What was confirmed wrongly is put right in a change. */
export const conclude: Effect = async (context) => {
  const { outcome, documentIds } = inputOf(context, 'sampleResult');
  await documentsOfCase(context, 'documentIds', documentIds);
  const { tx, row, command, on, state } = context;
  await tx.confirmationSample.updateMany({
    where: { matterId: command.owner },
    data: { result: outcome, resultOn: on },
  });
  return {
    matterOutcome: outcome,
    summary: { outcome },
    detail: outcomes[outcome],
    ...(outcome === 'wrong' &&
      inBenefit.has(state.stage) && {
        opens: [{ id: uuidOf(row.id, command.commandId, 'change'), kind: 'change' as const }],
      }),
  };
};
