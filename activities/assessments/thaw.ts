import type { Eligibility } from '../../domain/dibao/assessment';
import { AppError } from '../../domain/errors';
import type { Fen } from '../../domain/money';
import { assessmentInput } from '../../store/cases/facts';
import type { Share } from '../entitlements';
import type { StepContext } from '../steps/context';

/** What a decision needs of a frozen assessment. */
export interface Frozen {
  readonly id: string;
  readonly eligibility: Eligibility;
  readonly reasons: readonly string[];
  readonly monthlyFen: Fen;
  readonly perCapitaFen: Fen;
  readonly standardFen: Fen;
  readonly shares: readonly Share[];
  readonly recheck: 'yearly' | 'halfYearly';
  readonly factsHash: string;
}

interface Stored {
  readonly frozen: Omit<Frozen, 'monthlyFen' | 'perCapitaFen' | 'standardFen' | 'shares'> & {
    readonly monthlyFen: string;
    readonly perCapitaFen: string;
    readonly standardFen: string;
    readonly shares: readonly { readonly personId: string; readonly fen: string }[];
  };
}

/** @throws AppError assessmentMissing */
export const thawAssessment = async ({ tx, cipher, row }: StepContext, id: string): Promise<Frozen> => {
  const stored = id ? await tx.assessment.findFirst({ where: { id, caseId: row.id } }) : undefined;
  if (!stored) throw new AppError('assessmentMissing', '没有核算结果,请先重新核算');
  const { frozen } = cipher.openJson('assessment', 'result_enc', id, stored.resultEnc) as Stored;
  return {
    ...frozen,
    monthlyFen: BigInt(frozen.monthlyFen),
    perCapitaFen: BigInt(frozen.perCapitaFen),
    standardFen: BigInt(frozen.standardFen),
    shares: frozen.shares.map(({ personId, fen }) => ({ personId, fen: BigInt(fen) })),
  };
};

/** @throws AppError assessmentStale when a fact, a member or the entitlement changed since. */
export const ensureFresh = async ({ tx, cipher, row, on }: StepContext, frozen: Frozen): Promise<void> => {
  const { hash } = await assessmentInput(tx, cipher, row, on);
  if (hash !== frozen.factsHash) throw new AppError('assessmentStale', '核算之后事实有变化,请退回重新核算后再批准');
  const { frozenAt } = await tx.assessment.findUniqueOrThrow({ where: { id: frozen.id }, select: { frozenAt: true } });
  const decided = await tx.decision.count({ where: { caseId: row.id, createdAt: { gt: frozenAt } } });
  if (decided > 0) throw new AppError('assessmentStale', '核算之后保障金额已另有决定(例如提标),请退回重新核算后再批准');
};
