import type { Fen } from '../money';
import type { Source } from './sources';

export interface Share {
  readonly source: Source;
  readonly fen: Fen;
}

/**
 * What each level owes of a need, by ratios such as `0.70`; rounded to the fen half up, the last level takes what remains, so
 * that the parts are the whole. @throws RangeError when the ratios do not sum to 1
 */
export const splitNeed = (need: Fen, ratios: readonly (readonly [Source, string])[]): readonly Share[] => {
  const parts = ratios.map(([source, ratio]) => ({
    source,
    millionths: BigInt(Math.round(Number(ratio) * 1_000_000)),
  }));
  if (parts.reduce((sum, { millionths }) => sum + millionths, 0n) !== 1_000_000n)
    throw new RangeError('各级负担比例之和应为1;请管理员更正参数“各级应负担的比例”');
  const shares = parts.map(({ source, millionths }) => ({ source, fen: (need * millionths + 500_000n) / 1_000_000n }));
  const rest = need - shares.slice(0, -1).reduce((sum, { fen }) => sum + fen, 0n);
  return shares.map((share, index) => (index === shares.length - 1 ? { ...share, fen: rest } : share));
};
