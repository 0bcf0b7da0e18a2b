import type { InputOf } from '../../../api/cases/inputs';
import { AppError } from '../../../domain/errors';
import type { InputKind } from '../../../domain/lifecycle/inputs';
import type { StepContext } from '../../steps/context';

/** What was told when the present matter was opened. */
export const openingInputOf = async <Kind extends InputKind>(
  { tx, cipher, row, command }: StepContext,
  _kind: Kind,
): Promise<InputOf<Kind>> => {
  const event = await tx.caseEvent.findFirst({
    where: { caseId: row.id, action: 'openMatter', summary: { path: ['matterId'], equals: command.owner } },
    select: { inputId: true },
  });
  const stored = event?.inputId ? await tx.caseInput.findUnique({ where: { id: event.inputId } }) : undefined;
  if (!stored) throw new AppError('openingMissing', '没有登记该事项时的内容,不能办理');
  return cipher.openJson('case_input', 'content_enc', stored.id, stored.contentEnc) as InputOf<Kind>;
};
