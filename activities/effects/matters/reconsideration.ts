import type { Effect, StepContext } from '../../steps/context';
import { documentsOfCase, happened, inputOf } from '../read-input';
import { openingInputOf } from './opening-input';
import { objectedOf } from './remedies/objected';
import { redo } from './remedies/redo';
import { restore } from './remedies/restore';

export const defend: Effect = async (context) => {
  await documentsOfCase(context, 'documentIds', inputOf(context, 'defence').documentIds);
  return {};
};

export const drop: Effect = () => ({ matterOutcome: 'dropped' });
export const lapseSuit: Effect = () => ({ matterOutcome: 'upheld' });

export const sue: Effect = (context) => {
  const { filedOn, receivedOn, body } = inputOf(context, 'suitFiling');
  happened(context, 'filedOn', filedOn);
  happened(context, 'receivedOn', receivedOn, filedOn);
  return {
    summary: { on: filedOn, outcome: 'suit' },
    detail: body,
    starts: [{ kind: 'defence', variant: 'suit', from: receivedOn, forMatter: true }],
  };
};

const outcomes = { upheld: '维持', restore: '撤销并恢复保障', redo: '撤销并责令重新作出' } as const;

/** Against a reconsideration that upholds, a suit is open for some days more (行政诉讼法第四十五条). */
const upheld = (context: StepContext, receivedOn: string) =>
  context.state.matters.find(({ id }) => id === context.command.owner)?.step === 'answered'
    ? {
        to: 'upheld',
        starts: [{ kind: 'suit', variant: 'afterReconsideration', from: receivedOn, forMatter: true }] as const,
      }
    : { to: 'done' };

export const conclude: Effect = async (context) => {
  const result = inputOf(context, 'remedyOutcome');
  const { outcome, decidedOn, receivedOn, documentNumber, reason, documentId } = result;
  happened(context, 'decidedOn', decidedOn);
  happened(context, 'receivedOn', receivedOn, decidedOn);
  if (documentId) await documentsOfCase(context, 'documentId', [documentId]);
  const detail = `${documentNumber},${outcomes[outcome]}`;
  if (outcome === 'upheld')
    return { matterOutcome: outcome, summary: { outcome, on: decidedOn }, detail, ...upheld(context, receivedOn) };
  const { letterId } = await openingInputOf(context, 'reconsiderationFiling');
  const objected = await objectedOf(context, letterId);
  const done = outcome === 'redo' ? redo(context) : await restore(context, objected, reason);
  return { ...done, to: 'done', matterOutcome: outcome, detail: [detail, done.detail].filter(Boolean).join(',') };
};
