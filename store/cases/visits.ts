import type { InputOf } from '../../api/cases/inputs';
import type { CaseEvent, Prisma } from '../../generated/prisma/client';
import type { FieldCipher } from '../crypto';

type Tx = Prisma.TransactionClient;
export type VisitInput = InputOf<'visit'>;

/** A visit as it was recorded: the event, and what was entered. */
export interface RecordedVisit {
  readonly event: CaseEvent;
  readonly input: VisitInput;
}

/** The inputs of the events of one action, oldest first. */
export const inputsOfAction = async <Input>(
  tx: Tx,
  cipher: FieldCipher,
  where: { readonly caseId: string; readonly action: string; readonly owner?: string },
): Promise<readonly { readonly event: CaseEvent; readonly input: Input }[]> => {
  const events = await tx.caseEvent.findMany({ where, orderBy: { sequence: 'asc' } });
  const ids = events.flatMap(({ inputId }) => inputId ?? []);
  const stored = new Map((await tx.caseInput.findMany({ where: { id: { in: ids } } })).map((one) => [one.id, one]));
  return events.flatMap((event) => {
    const one = stored.get(event.inputId ?? '');
    if (!one) return [];
    return [{ event, input: cipher.openJson('case_input', 'content_enc', one.id, one.contentEnc) as Input }];
  });
};

/** Every visit of a case, or of its stage or one matter, oldest first. */
export const recordedVisits = (
  tx: Tx,
  cipher: FieldCipher,
  caseId: string,
  owner?: string,
): Promise<readonly RecordedVisit[]> =>
  inputsOfAction<VisitInput>(tx, cipher, { caseId, action: 'recordVisit', ...(owner !== undefined && { owner }) });

export interface Dispute {
  readonly line: string;
  readonly note: string;
}

/** What the household disputed when the sum was last read out; a later sum takes the place of an earlier one. */
export const openDisputes = (visits: readonly { readonly input: VisitInput }[]): readonly Dispute[] => {
  const last = visits.map(({ input }) => input.sumAtTable).findLast((sum) => sum !== undefined);
  return (last?.lines ?? []).flatMap(({ says, answer, note }) =>
    answer === 'disputed' ? [{ line: says, note: note ?? '' }] : [],
  );
};
