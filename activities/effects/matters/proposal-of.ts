import type { InputOf } from '../../../api/cases/inputs';
import { AppError } from '../../../domain/errors';
import type { StepContext } from '../../steps/context';

/** The change that was proposed last in this matter, as it was worded. */
export const proposalOf = async ({ tx, cipher, row, command }: StepContext): Promise<InputOf<'changeProposal'>> => {
  const event = await tx.caseEvent.findFirst({
    where: { caseId: row.id, owner: command.owner, action: 'propose' },
    orderBy: { sequence: 'desc' },
  });
  const stored = event?.inputId ? await tx.caseInput.findUnique({ where: { id: event.inputId } }) : undefined;
  if (!stored) throw new AppError('proposalMissing', '没有变更建议,不能批准');
  return cipher.openJson('case_input', 'content_enc', stored.id, stored.contentEnc) as InputOf<'changeProposal'>;
};
