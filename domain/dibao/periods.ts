import { fenFromYuan } from '../money';
import { fraction, type Rational } from '../rational';
import type { Amounted } from './input';
import type { RuleBook } from './rule-book';

const perYear = { month: 12n, quarter: 4n, halfYear: 2n, year: 1n } as const;

/** Fen a month, exactly. A monthly sum for some months of the year is averaged over twelve; a single sum over `months`. */
export const monthly = ({ per = 'month', months, days }: Amounted, amount: string, book: RuleBook): Rational => {
  const fen = fenFromYuan(amount);
  if (per === 'month' && months === undefined) return fraction(fen);
  if (per === 'once') return fraction(fen, BigInt(months ?? book.count('dibao.income.averagingMonths').value));
  const aMonth = per === 'day' ? BigInt(days ?? 0) : 1n;
  const share = per === 'day' || per === 'month' ? BigInt(months ?? 12) : perYear[per];
  return fraction(fen * aMonth * share, 12n);
};
