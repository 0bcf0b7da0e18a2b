import type { Decision, Letter } from '../../../../generated/prisma/client';
import type { CivilDate } from '../../../../domain/civil-date';
import { AppError } from '../../../../domain/errors';
import type { Summary } from '../../../../domain/lifecycle/facts';
import type { LetterKind } from '../../../../domain/letters/letter';
import type { StepContext } from '../../../steps/context';

const objectable: ReadonlySet<string> = new Set<LetterKind>([
  'nonAcceptance',
  'termination',
  'confirmation',
  'refusal',
  'increase',
  'decrease',
  'unchanged',
  'stop',
  'gradualExit',
  'suspension',
  'resumption',
  'restoration',
]);

/** The decision that the household turns against, found by its letter. */
export interface Objected {
  readonly letter: Letter;
  readonly deliveredOn: CivilDate | undefined;
  /** The stage in which it was taken. */
  readonly stage: string;
  /** Absent where nothing was assessed: not accepted, or ended for want of cooperation. */
  readonly decision: Decision | undefined;
}

/** @throws AppError letterUnknown */
export const objectedOf = async ({ tx, row }: StepContext, letterId: string): Promise<Objected> => {
  const letter = await tx.letter.findFirst({ where: { id: letterId, caseId: row.id } });
  if (!letter || !objectable.has(letter.kind))
    throw new AppError('letterUnknown', '请选择申请人不服的决定文书', {
      fields: [{ path: 'letterId', message: '不是本案的决定文书' }],
    });
  const event = await tx.caseEvent.findFirst({
    where: { caseId: row.id, sequence: letter.sequence },
    select: { stage: true, summary: true },
  });
  const { decisionId } = (event?.summary ?? {}) as Summary;
  const decision = decisionId ? await tx.decision.findUnique({ where: { id: decisionId } }) : null;
  const receipt = letter.receipt as { readonly deliveredOn?: CivilDate } | null;
  return {
    letter,
    deliveredOn: receipt?.deliveredOn,
    stage: event?.stage ?? '',
    decision: decision ?? undefined,
  };
};
