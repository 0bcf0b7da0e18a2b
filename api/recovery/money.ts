import { monthOf, sayMonth } from '../../domain/civil-date';
import { AppError, fieldError } from '../../domain/errors';
import { sayYuan, type Fen } from '../../domain/money';
import { mostDeduction } from '../../domain/recovery/plan';
import type { EntryKind } from '../../domain/recovery/steps';
import { deductionCap } from '../../domain/recovery/cap';
import { wakeRunsOf } from '../../store/payments/wake-household';
import { spokenFor } from '../../store/recovery/spoken-for';
import { sqlOf } from '../../store/sql';
import { newId } from '../../store/uuid';
import type { Tx } from '../deps';
import type { Doing } from './doing';

export const requireOutstanding = async ({ tx, recovery }: Doing, fen: Fen): Promise<void> => {
  const withheld = await spokenFor(tx, recovery.id);
  if (fen <= recovery.outstandingFen - withheld) return;
  const sentence =
    withheld > 0n
      ? `未收回的${sayYuan(recovery.outstandingFen)}中,${sayYuan(withheld)}已在发放中扣回、等待银行结果;请待回盘后再办,或只办其余部分`
      : `金额超过未收回的${sayYuan(recovery.outstandingFen)},请核对`;
  throw fieldError('input.amount', sentence);
};

/** Nothing comes back before it was paid out. */
export const requireSince = async ({ tx, recovery, today }: Doing, on: string): Promise<void> => {
  if (on > today) throw fieldError('input.on', '日期不能晚于今天');
  const { _min } = await tx.recoveryMonth.aggregate({ where: { recoveryId: recovery.id }, _min: { month: true } });
  const first = _min.month ?? monthOf(on);
  if (monthOf(on) < first) throw fieldError('input.on', `日期不能早于多发的第一个月(${sayMonth(first)})`);
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

/** What came in or was given up; the database books it and keeps the sums, and lists that wait withhold the less. */
export const enter = async ({ tx, recovery, actor, at }: Doing, entry: Entry): Promise<void> => {
  await tx.recoveryEntry.create({
    data: { id: newId(), recoveryId: recovery.id, at, actorId: actor.staffId, ...entry },
    select: { id: true },
  });
  await wakeRunsOf(sqlOf(tx), recovery.caseId);
};

/** The household's benefit in a month by the decisions in force, fen. */
const benefitOf = async (tx: Tx, caseId: string, month: string): Promise<Fen> => {
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

/** The most that may be deducted this month; nothing where there is no benefit. */
export const deductionLimit = async ({
  context,
  tx,
  recovery,
  today,
}: Pick<Doing, 'context' | 'tx' | 'recovery' | 'today'>): Promise<Fen> => {
  const parameters = await context.rulebook.parameters(tx);
  const cap = deductionCap(parameters, today, recovery.township);
  return mostDeduction(await benefitOf(tx, recovery.caseId, monthOf(today)), cap);
};
