import type { CivilMonth } from '../civil-date';
import type { Fen } from '../money';

/** What a household was entitled to in a month, as decided. */
export interface EntitledMonth {
  readonly entitlementId: string;
  readonly kind: 'benefit' | 'gradualExit';
  readonly fen: Fen;
  /** Fen of each person; they sum to `fen`. */
  readonly shares: ReadonlyMap<string, Fen>;
  /** The class of rural households, where one was found. */
  readonly class?: string;
  /** The standard that the decision applied, yuan a month. */
  readonly standard?: string;
}

export interface PaidLine {
  readonly id: string;
  readonly kind: string;
  readonly fen: Fen;
  /** Of `fen`, what the household agreed to have withheld. */
  readonly withheld: Fen;
  readonly state: string;
  readonly reason: string | null;
  readonly bankReason: string | null;
  readonly paidOn: string | null;
  /** The month of the list that it stands in: later than its own month for arrears. */
  readonly runMonth: CivilMonth;
  readonly correction: number;
}

/** One month of a household: fen by what became of them. */
export interface HistoryMonth {
  readonly month: CivilMonth;
  readonly entitled: EntitledMonth | undefined;
  readonly lines: readonly PaidLine[];
  /** Before the county was paid by this system: what became of the month is known to the one before it. */
  readonly elsewhere?: boolean;
}

export interface Sums {
  readonly entitled: Fen;
  /** Subsidies beside the benefit, paid. */
  readonly extra: Fen;
  /** On the card. */
  readonly paid: Fen;
  /** Of what was paid, what was kept back with the household's written consent. */
  readonly withheld: Fen;
  readonly held: Fen;
  readonly failed: Fen;
  readonly pending: Fen;
  /** Entitled and in no list yet; below zero: paid more than is due by the decision now in force. */
  readonly undrawn: Fen;
  /** Entitled in a month that another system paid. */
  readonly elsewhere: Fen;
}

const monthly: ReadonlySet<string> = new Set(['regular', 'difference']);
const total = (lines: readonly PaidLine[]): Fen => lines.reduce((sum, { fen }) => sum + fen, 0n);
const onTheWay: ReadonlySet<string> = new Set(['pending', 'sent', 'uncertain']);

/** Sums of a month; paid = entitled + extra − withheld − held − failed − pending − undrawn − elsewhere, to the fen. */
export const sumsOf = ({ entitled, lines, elsewhere = false }: HistoryMonth): Sums => {
  const benefit = lines.filter(({ kind }) => monthly.has(kind));
  const by = (wanted: (state: string) => boolean): Fen => total(benefit.filter(({ state }) => wanted(state)));
  const extra = total(lines.filter(({ kind, state }) => !monthly.has(kind) && state === 'paid'));
  const due = entitled?.fen ?? 0n;
  const withheld = lines.reduce((sum, line) => sum + (line.state === 'paid' ? line.withheld : 0n), 0n);
  const [paid, held, failed, pending] = [
    by((state) => state === 'paid'),
    by((state) => state === 'held'),
    by((state) => state === 'failed'),
    by((state) => onTheWay.has(state)),
  ];
  const missing = due - paid - held - failed - pending;
  return {
    entitled: due,
    extra,
    paid: paid + extra - withheld,
    withheld,
    held,
    failed,
    pending,
    undrawn: elsewhere ? 0n : missing,
    elsewhere: elsewhere ? missing : 0n,
  };
};
