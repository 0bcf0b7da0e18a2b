import type { CivilDate } from '../civil-date';
import { booleanOf, pairsOf, textsOf } from '../parameters/read';
import type { Parameters } from '../parameters/resolve';
import { isSource, type Source } from './sources';

/** How a county's payments use its money on a day. */
export interface FundRules {
  readonly required: boolean;
  /** The first that has room is used first. */
  readonly sourceOrder: readonly Source[];
  readonly shares: readonly (readonly [Source, string])[];
}

export const fundRules = (parameters: Parameters, county: string, on: CivilDate): FundRules => {
  const of = (name: string) => parameters.get(`funds.${name}`, { on, division: county });
  return {
    required: booleanOf(of('required')),
    sourceOrder: textsOf(of('sourceOrder')).filter(isSource),
    shares: pairsOf(of('shares')).flatMap(([source, ratio]) => (isSource(source) ? [[source, ratio] as const] : [])),
  };
};
