import type { Tx } from '../with-scope';

/** Letters that tell a household that it does not get, or no longer gets, what it asked for. */
const kinds = ['refusal', 'nonAcceptance', 'termination', 'stop'];

/** The title of the letter that the limit for telling a decision is about; undefined where none of the limits is that. */
export const letterToTell = async (tx: Tx, caseId: string, limits: readonly string[]): Promise<string | undefined> => {
  if (!limits.includes('refusalLetter')) return undefined;
  const where = { caseId, kind: { in: kinds } };
  const letter = await tx.letter.findFirst({ where, orderBy: { sequence: 'desc' }, select: { title: true } });
  return letter?.title;
};
