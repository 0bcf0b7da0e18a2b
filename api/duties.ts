import { AppError } from '../domain/errors';
import type { Tx } from './deps';

export const LOCKED_OUT = '您在本案近亲属备案中,应当回避;请由本单位其他人员办理';

/**
 * Duties that stand before an operation on a case, by name. Who may not decide because of what they did in the case
 * (investigator, proposer, reviewer) is part of the lifecycle itself: domain/lifecycle/guards.ts.
 */
export const duties = {
  /** S1 §11: staff named in the case's register of near relatives do not touch the case. */
  notRelative: async (tx: Tx, staffId: string, caseId: string): Promise<string | undefined> =>
    (await tx.relativeDeclaration.findFirst({ where: { caseId, staffId, ending: null }, select: { id: true } }))
      ? LOCKED_OUT
      : undefined,
} as const;

export type DutyName = keyof typeof duties;

/** @throws AppError forbidden with the sentence of the duty that stands against it */
export const requireDuties = async (
  names: readonly DutyName[],
  tx: Tx,
  staffId: string,
  caseId: string,
): Promise<void> => {
  for (const name of names) {
    const refusal = await duties[name](tx, staffId, caseId);
    if (refusal) throw new AppError('forbidden', refusal);
  }
};
