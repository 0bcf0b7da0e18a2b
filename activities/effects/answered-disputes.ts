import { AppError } from '../../domain/errors';
import { openDisputes, recordedVisits } from '../../store/cases/visits';
import type { StepContext } from '../steps/context';

interface Answer {
  readonly line: string;
  readonly answer: string;
}

/**
 * What the household disputed at the table is answered line by line by whoever proposes; where nothing was disputed, nothing
 * is asked. @throws AppError disputesUnanswered with the lines
 */
export const requireDisputesAnswered = async (
  { tx, cipher, row, command }: StepContext,
  answers: readonly Answer[] = [],
): Promise<void> => {
  const disputes = openDisputes(await recordedVisits(tx, cipher, row.id, command.owner));
  const answered = new Set(answers.map(({ line }) => line));
  const open = disputes.flatMap(({ line }, index) => (answered.has(line) ? [] : [{ line, index }]));
  if (open.length === 0) return;
  throw new AppError(
    'disputesUnanswered',
    `住户当面算账时对${disputes.length}项有异议,请逐项答复后再提出建议:${open.map(({ line }) => line).join(';')}`,
    {
      fields: open.map(({ index }) => ({ path: `disputeAnswers[${index}].answer`, message: '请写明对这项异议的答复' })),
    },
  );
};
