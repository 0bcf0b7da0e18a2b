import { addMonthsToMonth, monthOf, type CivilDate, type CivilMonth } from '../civil-date';
import type { Fen } from '../money';
import { fraction, multiply, roundTo, type Rational } from '../rational';
import type { Assessment } from './assessment';
import { clauses } from './laws';

export interface Share {
  readonly member: string;
  readonly fen: Fen;
}

/** The per-person components of an entitlement; they sum to `assessment.monthly`. */
export const sharesOf = (assessment: Assessment): readonly Share[] =>
  assessment.beneficiaries.map(({ member, monthly }) => ({ member, fen: monthly }));

/** Payment starts the month after the month of the decision (审核确认办法第二十一条). */
export const firstMonth = (decidedOn: CivilDate): CivilMonth => addMonthsToMonth(monthOf(decidedOn), 1);

/** Months paid after the month of death, up to and including `paidUntil`: to be recovered (local practice). */
export const monthsOverpaidAfterDeath = (diedOn: CivilDate, paidUntil: CivilMonth): readonly CivilMonth[] => {
  const months: CivilMonth[] = [];
  for (let month = firstMonth(diedOn); month <= paidUntil; month = addMonthsToMonth(month, 1)) months.push(month);
  return months;
};

/** What was paid for a dead member: that person's share of each overpaid month. */
export const overpaidAfterDeath = (diedOn: CivilDate, paidUntil: CivilMonth, share: Fen): Fen =>
  share * BigInt(monthsOverpaidAfterDeath(diedOn, paidUntil).length);

export interface ShareCut {
  readonly shares: readonly Share[];
  readonly cut: Fen;
  readonly clause: string;
}

/**
 * Refusing suitable work time after time without good reason reduces that person's own share only.
 * `part` is the part taken away, `times` the refusals that make the rule apply (parameters dibao.workRefusal.*).
 */
export const cutForWorkRefusal = (
  shares: readonly Share[],
  member: string,
  refusals: number,
  rule: { readonly times: number; readonly part: Rational },
): ShareCut => {
  const share = shares.find((one) => one.member === member);
  if (!share || refusals < rule.times) return { shares, cut: 0n, clause: clauses.workRefusal };
  const cut = roundTo(multiply(fraction(share.fen), rule.part), 'halfUp');
  return {
    shares: shares.map((one) => (one.member === member ? { member, fen: one.fen - cut } : one)),
    cut,
    clause: clauses.workRefusal,
  };
};
