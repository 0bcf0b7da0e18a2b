/** Where a household's money can stand, in words. Lines stand in the accounts of `entitled`, recovery in those of `overpaid`. */
export const accounts = {
  entitled: '应发',
  pending: '待发放',
  held: '暂缓',
  sent: '已送银行',
  uncertain: '结果不明',
  failed: '发放失败',
  paid: '已到账',
  offset: '已扣回',
  overpaid: '多发',
  outstanding: '待追回',
  recovered: '已追回',
  writtenOff: '已核销',
} as const;

export type Account = keyof typeof accounts;

interface EquationRow {
  readonly whole: Account;
  readonly parts: readonly Account[];
  readonly says: string;
}

/**
 * What always holds, to the fen. What a household agreed to have withheld is `offset` when the line is paid; `paid` is what
 * went to its card, and the same amount moves from `outstanding` to `recovered` in the same statement. Money on its way (sent, uncertain) is neither paid nor failed yet and is named beside them.
 * The ledger keeps the whole as what its parts have been debited with: its balance is negative.
 */
export const equations = {
  entitled: {
    whole: 'entitled',
    parts: ['paid', 'offset', 'failed', 'held', 'pending', 'sent', 'uncertain'],
    says: '应发 = 已到账 + 已扣回 + 发放失败 + 暂缓 + 待发放 + 在途(已送银行、结果不明)',
  },
  overpaid: {
    whole: 'overpaid',
    parts: ['recovered', 'writtenOff', 'outstanding'],
    says: '多发 = 已追回 + 已核销 + 待追回',
  },
} as const satisfies Readonly<Record<string, EquationRow>>;

export type Equation = keyof typeof equations;

export const accountsOf = (equation: Equation): readonly Account[] => {
  const { whole, parts } = equations[equation];
  return [whole, ...parts];
};

/** By what the equations are held; in each of these, every account must agree with what is counted elsewhere. */
export const dimensions = {
  case: '户',
  run: '批次',
  township: '乡镇',
  county: '县',
  programme: '救助项目',
  month: '月份',
  source: '资金来源',
} as const;

export type Dimension = keyof typeof dimensions;

/** Whether a whole is the sum of its parts; `fen` as positive amounts by account. */
export const holds = (equation: Equation, fen: Partial<Readonly<Record<Account, bigint>>>): boolean => {
  const { whole, parts } = equations[equation];
  const sum = (parts as readonly Account[]).reduce((all, part) => all + (fen[part] ?? 0n), 0n);
  return (fen[whole] ?? 0n) === sum;
};
