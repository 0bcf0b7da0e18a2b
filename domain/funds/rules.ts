import type { CivilDate } from '../civil-date';
import { booleanOf, pairsOf, textsOf } from '../parameters/read';
import type { Parameters } from '../parameters/resolve';
import { isSource, type Source } from './sources';

/** `owed`: the year for which it is owed; `list`: the year of the list that pays it. */
export const arrearsYears = ['owed', 'list'] as const;
type ArrearsYear = (typeof arrearsYears)[number];
const isArrearsYear = (text: string): text is ArrearsYear => arrearsYears.some((one) => one === text);

/** How a county's payments use its money on a day. */
export interface FundRules {
  readonly required: boolean;
  /** The first that has room is used first. */
  readonly sourceOrder: readonly Source[];
  /** Whose year's money pays what is owed for an earlier year, in this order. */
  readonly arrearsYears: readonly ArrearsYear[];
  readonly shares: readonly (readonly [Source, string])[];
}

export const fundRules = (parameters: Parameters, county: string, on: CivilDate): FundRules => {
  const of = (name: string) => parameters.get(`funds.${name}`, { on, division: county });
  return {
    required: booleanOf(of('required')),
    sourceOrder: textsOf(of('sourceOrder')).filter(isSource),
    arrearsYears: textsOf(of('arrearsYears')).filter(isArrearsYear),
    shares: pairsOf(of('shares')).flatMap(([source, ratio]) => (isSource(source) ? [[source, ratio] as const] : [])),
  };
};
