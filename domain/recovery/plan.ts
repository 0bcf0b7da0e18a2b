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

/** What came in of an agreement, by the household's hand or from its benefit. */
export const receivedOf = (entries: readonly { readonly kind: string; readonly fen: Fen }[]): Fen =>
  entries.reduce((sum, { kind, fen }) => sum + (signs[kind] ?? 0n) * fen, 0n);

const signs: Readonly<Record<string, bigint>> = { repayment: 1n, deduction: 1n, deductionUndone: -1n };

export interface InstalmentStatus extends Instalment {
  readonly number: number;
  /** Of it, what has been paid, the earlier instalments first. */
  readonly paidFen: Fen;
  readonly state: 'paid' | 'due' | 'overdue';
}

/** How far what came in since the agreement covers its instalments, in their order. */
export const instalmentStatus = (
  instalments: readonly Instalment[],
  received: Fen,
  today: CivilDate,
): readonly InstalmentStatus[] => {
  let left = received;
  return instalments.map(({ dueOn, fen }, at) => {
    const paidFen = left < fen ? left : fen;
    left -= paidFen;
    const state = paidFen === fen ? 'paid' : dueOn < today ? 'overdue' : 'due';
    return { number: at + 1, dueOn, fen, paidFen, state };
  });
};
