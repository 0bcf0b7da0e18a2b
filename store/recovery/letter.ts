import { createHash } from 'node:crypto';
import type { LetterText } from '../../domain/letters/letter';
import { newId } from '../uuid';
import type { Tx } from '../with-scope';

/** A letter beside the steps of the case, after the last of them. Answers its id. */
export const writeRecoveryLetter = async (
  tx: Tx,
  { id: caseId, sequence }: { readonly id: string; readonly sequence: number },
  { kind, title, body }: LetterText,
  at: Date,
): Promise<string> => {
  const id = newId();
  const hash = createHash('sha256').update(body).digest('hex');
  await tx.letter.create({
    data: { id, caseId, kind, title, body, hash, sequence, createdAt: at },
    select: { id: true },
  });
  return id;
};
