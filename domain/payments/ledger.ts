import type { LineState } from './lines';

/**
 * The accounts of the ledger. A transfer moves fen from `credit` to `debit`, so the balance of all accounts together is
 * always nil: what households are entitled to (`entitled`, a credit) is what is paid, failed, held and pending.
 */
export const accounts = {
  entitled: '应发',
  pending: '待发放',
  held: '暂缓',
  sent: '已送发放',
  uncertain: '结果不明',
  paid: '已到账',
  failed: '发放失败',
  overpaid: '多发',
  outstanding: '待追回',
  recovered: '已追回',
  writtenOff: '已核销',
} as const;

export type LedgerAccount = keyof typeof accounts;

/** Where the money of a line in this state stands; what was given up is owed again. */
export const accountOf = (state: LineState): LedgerAccount =>
  state === 'cancelled' || state === 'reissued' ? 'entitled' : state;

/** The two equations that hold at any moment, for every case, run, township, county, programme and source. */
export const equations: readonly { readonly whole: LedgerAccount; readonly parts: readonly LedgerAccount[] }[] = [
  { whole: 'entitled', parts: ['pending', 'held', 'sent', 'uncertain', 'paid', 'failed'] },
  { whole: 'overpaid', parts: ['outstanding', 'recovered', 'writtenOff'] },
];
