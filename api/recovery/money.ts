import { monthOf } from '../../domain/civil-date';
import { AppError, fieldError } from '../../domain/errors';
import { sayYuan, type Fen } from '../../domain/money';
import { mostDeduction } from '../../domain/recovery/plan';
import type { EntryKind } from '../../domain/recovery/steps';
import { ratioOf } from '../../domain/parameters/read';
import { newId } from '../../store/uuid';
import type { Tx } from '../deps';
import type { Doing } from './doing';

export const requireOutstanding = ({ recovery }: Doing, fen: Fen): void => {
  if (fen > recovery.outstandingFen)
    throw fieldError('input.amount', `金额超过未收回的${sayYuan(recovery.outstandingFen)},请核对`);
};

export const requirePast = ({ today }: Doing, on: string): void => {
  if (on > today) throw fieldError('input.on', '日期不能晚于今天');
};

/** A document of the same case, or none. @throws AppError documentUnknown */
export const requireDocument = async (tx: Tx, caseId: string, id: string | undefined, path: string): Promise<void> => {
  if (id !== undefined && !(await tx.document.findFirst({ where: { id, caseId }, select: { id: true } })))
    throw new AppError('documentUnknown', '材料不在本案中,请先上传到本案', {
      fields: [{ path, message: '请先上传到本案' }],
    });
};

interface Entry {
  readonly kind: EntryKind;
  readonly fen: Fen;
  readonly onDate: string;
  readonly month?: string;
  readonly documentId?: string;
  readonly decisionId?: string;
}

/** What came in or was given up; the database books it and keeps the sums. */
export const enter = async ({ tx, recovery, actor, at }: Doing, entry: Entry): Promise<void> => {
  await tx.recoveryEntry.create({
    data: { id: newId(), recoveryId: recovery.id, at, actorId: actor.staffId, ...entry },
    select: { id: true },
  });
};

/** The household's benefit in a month by the decisions in force, fen. */
export const benefitOf = async (tx: Tx, caseId: string, month: string): Promise<Fen> => {
  const rows = await tx.entitlement.findMany({
    where: {
      caseId,
      supersededBy: null,
      fromMonth: { lte: month },
      OR: [{ toMonth: null }, { toMonth: { gte: month } }],
    },
    select: { monthlyFen: true },
  });
  return rows.reduce((sum, { monthlyFen }) => sum + monthlyFen, 0n);
};

/** The most that may be deducted in a month; nothing where there is no benefit. */
export const deductionLimit = async ({ context, tx, recovery, today }: Doing, month = monthOf(today)): Promise<Fen> => {
  const parameters = await context.rulebook.parameters(tx);
  const cap = ratioOf(parameters.get('recovery.deductionCap', { on: today, division: recovery.township }));
  return mostDeduction(await benefitOf(tx, recovery.caseId, month), cap);
};
