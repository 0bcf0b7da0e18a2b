import type { CivilDate } from '../civil-date';
import type { Fen } from '../money';
import type { Ratio } from '../parameters/read';

export interface Instalment {
  readonly dueOn: CivilDate;
  readonly fen: Fen;
}

export const MOST_INSTALMENTS = 60;

/** Why the instalments are no plan for what is outstanding; undefined when they are. */
export const planFault = (
  instalments: readonly Instalment[],
  outstanding: Fen,
  today: CivilDate,
): string | undefined => {
  if (instalments.length === 0) return '请至少约定一期';
  if (instalments.length > MOST_INSTALMENTS) return `最多分${MOST_INSTALMENTS}期`;
  if (instalments.some(({ fen }) => fen <= 0n)) return '每期金额应大于0';
  if (instalments.some(({ dueOn }, at) => dueOn < today || (at > 0 && dueOn <= instalments[at - 1]!.dueOn)))
    return '各期日期应从今天起由先到后';
  const sum = instalments.reduce((whole, { fen }) => whole + fen, 0n);
  return sum === outstanding ? undefined : '各期金额之和应等于未收回的金额';
};

/** The most that may be deducted from a month's benefit, whole fen, rounded down in the household's favour. */
export const mostDeduction = (monthly: Fen, { numerator, denominator }: Ratio): Fen =>
  (monthly * numerator) / denominator;

/** What of a debt has been made good, by money or by decision: all its entries, fen. */
export const coveredOf = (entries: readonly { readonly kind: string; readonly fen: Fen }[]): Fen =>
  entries.reduce((sum, { kind, fen }) => (kind === 'deductionUndone' ? sum - fen : sum + fen), 0n);

export interface InstalmentStatus extends Instalment {
  readonly number: number;
  /** Of it, what has been paid, the earlier instalments first. */
  readonly paidFen: Fen;
  /** `underWay`: what is missing has been withheld, and the bank has not answered yet. */
  readonly state: 'paid' | 'underWay' | 'due' | 'overdue';
}

/**
 * How far what was made good since the agreement was drawn up covers its instalments, in their order, and what lines with
 * the bank withhold after it. Less than nothing, where a bank gave back what was withheld before, covers none.
 */
export const instalmentStatus = (
  instalments: readonly Instalment[],
  { covered, withBank }: { readonly covered: Fen; readonly withBank: Fen },
  today: CivilDate,
): readonly InstalmentStatus[] => {
  let left = covered > 0n ? covered : 0n;
  let coming = withBank;
  return instalments.map(({ dueOn, fen }, at) => {
    const paidFen = left < fen ? left : fen;
    left -= paidFen;
    const missing = fen - paidFen;
    const isComing = coming >= missing;
    coming = isComing ? coming - missing : 0n;
    const open = isComing ? 'underWay' : dueOn < today ? 'overdue' : 'due';
    return { number: at + 1, dueOn, fen, paidFen, state: missing === 0n ? 'paid' : open };
  });
};

/** What is outstanding and no instalment asks for: found, or given back by a bank, since the agreement was drawn up. */
export const unplannedOf = (statuses: readonly InstalmentStatus[], outstanding: Fen): Fen => {
  const rest = statuses.reduce((sum, { fen, paidFen }) => sum + fen - paidFen, 0n);
  return outstanding > rest ? outstanding - rest : 0n;
};

/** Where an agreement stands; one that nobody decided before it was pointless has lapsed. */
export const planStates = {
  proposed: '待复核',
  approved: '已同意',
  rejected: '已退回',
  lapsed: '已作罢',
  replaced: '已由新协议代替',
} as const;
export type PlanState = keyof typeof planStates;

/** An agreement of the same recovery, as far as its papers go. */
export interface PlanPapers {
  readonly state: string;
  readonly agreementId: string;
  readonly deductionFen: Fen | null;
  readonly consentId: string | null;
  readonly revokedAt: Date | null;
}
const wasInForce = ({ state }: PlanPapers): boolean => state === 'approved' || state === 'replaced';

/** Whether the paper is that of an agreement that is or was in force: a new one needs the household's signature anew. */
export const isSignedBefore = (agreementId: string, plans: readonly PlanPapers[]): boolean =>
  plans.some((plan) => wasInForce(plan) && plan.agreementId === agreementId);

/** Why a consent given before does not carry a deduction; undefined where it does, or where the paper is new. */
export const consentFault = (
  { amount, consentId }: { readonly amount: Fen; readonly consentId: string },
  plans: readonly PlanPapers[],
): string | undefined => {
  const before = plans.filter((plan) => plan.consentId === consentId);
  if (before.some(({ revokedAt }) => revokedAt !== null)) return '家庭已撤回这份同意书,请选择新签的书面同意';
  const more = before.some((plan) => wasInForce(plan) && amount > (plan.deductionFen ?? 0n));
  return more ? '金额多于这份同意书原来的每月抵扣,请选择新签的书面同意' : undefined;
};
