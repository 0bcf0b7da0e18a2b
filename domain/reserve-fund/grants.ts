import type { CivilDate } from '../civil-date';
import { sayYuan, type Fen } from '../money';
import type { ReserveRules } from './rules';

export const grantForms = { cash: '现金', goods: '实物' } as const;
export type GrantForm = keyof typeof grantForms;
export const grantFormNames = Object.keys(grantForms) as readonly GrantForm[];

export const entryKinds = {
  topUp: '补充',
  grant: '救助支出',
  returned: '年末退回',
  carried: '结转下年',
  carriedIn: '上年结转',
} as const;

export interface Grant {
  readonly form: GrantForm;
  readonly fen: Fen;
  readonly givenOn: CivilDate;
}

export interface GrantFault {
  readonly code: 'invalidInput' | 'fundShort';
  readonly field: 'amount' | 'givenOn';
  readonly says: string;
}

interface FundState {
  readonly year: number;
  readonly balance: Fen;
  readonly today: CivilDate;
  /** Months up to this one are reconciled and closed. */
  readonly reconciledTo: string | undefined;
}

/** The cash route alone: goods go directly whatever their value. */
export const cashFault = ({ form, fen }: Pick<Grant, 'form' | 'fen'>, cashLimit: Fen): string | undefined =>
  form === 'cash' && fen > cashLimit
    ? `现金${sayYuan(fen)}超过${sayYuan(cashLimit)},不能直接发给;请通过惠民惠农“一卡通”发放`
    : undefined;

/** Why a grant cannot be given out of the fund, the first reason; the sentence says what to do. */
export const grantFault = (grant: Grant, rules: ReserveRules, fund: FundState): GrantFault | undefined => {
  const { fen, givenOn } = grant;
  const wrong = (field: GrantFault['field'], says: string): GrantFault => ({ code: 'invalidInput', field, says });
  if (fen <= 0n) return wrong('amount', '金额应大于0');
  if (givenOn > fund.today) return wrong('givenOn', '发放日期不能晚于今天');
  if (Number(givenOn.slice(0, 4)) !== fund.year)
    return wrong('givenOn', `发放日期不在${fund.year}年;请在当年的备用金中登记`);
  if (fund.reconciledTo !== undefined && givenOn.slice(0, 7) <= fund.reconciledTo)
    return wrong('givenOn', `${fund.reconciledTo}已经对账签字;请核对发放日期`);
  const cash = cashFault(grant, rules.cashLimit);
  if (cash) return wrong('amount', cash);
  if (fen > rules.grantCeiling)
    return wrong('amount', `超过备用金每次救助的最高金额${sayYuan(rules.grantCeiling)};请报县级按临时救助审批`);
  if (fen > fund.balance)
    return {
      code: 'fundShort',
      field: 'amount',
      says: `备用金余额${sayYuan(fund.balance)},不足${sayYuan(fen)};请先申请补充,急需的由县级直接救助`,
    };
  return undefined;
};
