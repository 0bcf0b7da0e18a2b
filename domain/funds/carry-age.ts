import { AppError } from '../errors';
import { sayYuan, type Fen } from '../money';
import { integerOf } from '../parameters/read';
import type { Parameters, Query } from '../parameters/resolve';

/** Money of a budget line by the budget year in which it first arrived, however often it has been carried on. */
export interface AgedMoney {
  readonly year: number;
  readonly fen: Fen;
}

/** For how many budget years in a row money may be used, its own counted. */
export const carryYears = (parameters: Parameters, at: Query): number =>
  integerOf(parameters.get('funds.carryYears', at));

/** The last budget year that money of a first year may be carried to. */
export const lastYearOf = (firstYear: number, years: number): number => firstYear + years - 1;

/** What may not go on into a budget year any more. */
export const pastLimit = <Money extends AgedMoney>(parts: readonly Money[], into: number, years: number): Money[] =>
  parts.filter(({ year }) => lastYearOf(year, years) < into);

export const sumOf = (parts: readonly AgedMoney[]): Fen => parts.reduce((sum, { fen }) => sum + fen, 0n);

/** The first so much of parts that go in their order. */
export const firstOf = (parts: readonly AgedMoney[], fen: Fen): readonly AgedMoney[] => {
  let open = fen;
  return parts.flatMap((part) => {
    const taken = part.fen < open ? part.fen : open;
    open -= taken;
    return taken > 0n ? [{ year: part.year, fen: taken }] : [];
  });
};

// @clause 三(二) money that two years in a row have not used is not carried on but handed back
/** @throws AppError refused where money of a carry into a budget year is past its limit */
export const requireYoung = (carried: readonly AgedMoney[], into: number, years: number): void => {
  const old = pastLimit(carried, into, years);
  const [first] = old.map(({ year }) => year).sort((a, b) => a - b);
  if (first === undefined) return;
  throw new AppError(
    'refused',
    `其中${sayYuan(sumOf(old))}最早是${first}年度的资金,最迟结转到${lastYearOf(first, years)}年度;连续${years}个年度未用完的应当交回,请改办“退回上级”`,
  );
};
