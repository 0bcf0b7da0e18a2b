import { addMonthsToMonth, firstDayOf, isCivilMonth, type CivilMonth } from '../civil-date';
import { divisionsOf } from '../divisions';
import { AppError, fieldError } from '../errors';
import { fenFromYuan, type Fen } from '../money';
import { fenOf, integerOf } from '../parameters/read';
import type { Parameters } from '../parameters/resolve';
import { oneOffClasses, oneOffNames, type OneOffClass } from './classes';

interface Asked {
  readonly division: string;
  readonly cutOffMonth: CivilMonth;
  readonly classes: readonly OneOffClass[];
  /** Yuan by class, where the order names them. */
  readonly amounts: { readonly [Name in OneOffClass]?: string | undefined };
}

// @clause 三(二) a one-off subsidy without a published amount is an error, never a guess
/**
 * Fen per person by class: what the order names, else the parameter of the cut-off month.
 * @throws AppError parameterUnknown where neither is known
 */
export const amountsOf = (
  { division, cutOffMonth, classes, amounts }: Asked,
  parameters: Parameters,
): ReadonlyMap<OneOffClass, Fen> =>
  new Map(
    classes.map((category) => {
      const named = amounts[category];
      const on = firstDayOf(cutOffMonth);
      const fen =
        named === undefined
          ? fenOf(parameters.get('oneOffSubsidy.amount', { on, division, category }))
          : fenFromYuan(named);
      if (fen <= 0n) throw fieldError(`amounts.${category}`, `${oneOffClasses[category].label}的金额应大于0`);
      return [category, fen] as const;
    }),
  );

const YEAR = 100;

/** The cut-off month an order set as a parameter (202206 → 2022-06), as of a month. @throws AppError parameterUnknown */
export const cutOffMonthOf = (division: string, month: CivilMonth, parameters: Parameters): CivilMonth => {
  const resolved = parameters.get('oneOffSubsidy.cutOffMonth', { on: firstDayOf(month), division });
  const value = integerOf(resolved);
  const text = `${Math.floor(value / YEAR)}-${String(value % YEAR).padStart(2, '0')}`;
  if (!isCivilMonth(text))
    throw new AppError('parameterInvalid', `参数“${resolved.title}”应写成 202206 的样子,请管理员更正`);
  return addMonthsToMonth(text, 0);
};

/** One rate per county, class and settlement, in the shape that the roll of recipients takes. */
export const oneOffRates = (division: string, amounts: ReadonlyMap<OneOffClass, Fen>) =>
  divisionsOf('county')
    .filter(({ code }) => code.startsWith(division))
    .flatMap(({ code: county }) =>
      [...amounts].flatMap(([name, fen]) => {
        const { programme, settlements } = oneOffClasses[name];
        return settlements.map((settlement) => ({
          county,
          programme,
          settlement,
          fen,
          rank: oneOffNames.indexOf(name),
        }));
      }),
    );
