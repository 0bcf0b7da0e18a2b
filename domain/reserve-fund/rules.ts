import type { CivilDate } from '../civil-date';
import { isSource, type Source } from '../funds/sources';
import type { Fen } from '../money';
import { choiceOf, fenOf } from '../parameters/read';
import type { Parameters } from '../parameters/resolve';

export const yearEnds = { returned: '退回县级', carried: '结转下年' } as const;
export type YearEnd = keyof typeof yearEnds;

/** What a township may do with its reserve fund on a day. */
export interface ReserveRules {
  /** Balance and requests together never go beyond it. */
  readonly amount: Fen;
  readonly grantCeiling: Fen;
  /** More cash than this goes through 一卡通. */
  readonly cashLimit: Fen;
  readonly source: Source;
  readonly yearEnd: YearEnd;
}

export const reserveRules = (parameters: Parameters, division: string, on: CivilDate): ReserveRules => {
  const of = (name: string) => parameters.get(`reserveFund.${name}`, { on, division });
  const source = choiceOf(of('source')).replace(/Funds$/, '');
  return {
    amount: fenOf(of('amount')),
    grantCeiling: fenOf(of('grantCeiling')),
    cashLimit: fenOf(of('cashLimit')),
    source: isSource(source) ? source : 'county',
    yearEnd: choiceOf(of('yearEnd')) === 'carried' ? 'carried' : 'returned',
  };
};
