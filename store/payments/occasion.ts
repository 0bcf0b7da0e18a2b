import type { Calendar } from '../../domain/calendar';
import type { CivilDate, CivilMonth } from '../../domain/civil-date';
import { oneOffNames } from '../../domain/one-off-subsidy/classes';
import { oneOffRates } from '../../domain/one-off-subsidy/plan';
import type { Parameters } from '../../domain/parameters/resolve';
import { indexAreaOf, indexAreasWithin } from '../../domain/price-linkage/areas';
import { payBy } from '../../domain/price-linkage/deadline';
import { highestFirst, ratesOf } from '../../domain/price-linkage/rates';
import { indicesInForce, indicesOf } from '../price-linkage/indices';
import type { PaidRate } from '../price-linkage/recipients';
import type { Tx } from '../with-scope';

/** What a run of a subsidy pays for: an approved start of price linkage, or an approved plan of a one-off subsidy. */
export interface Occasion {
  readonly id: string;
  readonly kind: 'priceLinkage' | 'oneOff';
  readonly division: string;
  /** Who was in benefit then is paid. */
  readonly month: CivilMonth;
  /** What a person of a programme and settlement gets, county by county. */
  readonly rates: readonly PaidRate[];
  /** Who is in several programmes is paid by the highest amount, else by the lowest rank. */
  readonly highestFirst: boolean;
  readonly approvedAt: Date;
}

const ofStart = async (tx: Tx, parameters: Parameters, id: string): Promise<Occasion | undefined> => {
  const start = await tx.priceLinkageStart.findFirst({ where: { id, state: 'approved' } });
  if (!start?.checkedAt) return undefined;
  const { division, month, checkedAt } = start;
  const areas = indexAreasWithin(division, month, parameters);
  const entered = await indicesInForce(tx, { areas, from: month, to: month });
  const indices = new Map([...entered.values()].map((row) => [row.division, indicesOf(row)]));
  return {
    id,
    kind: 'priceLinkage',
    division,
    month,
    rates: ratesOf({ division, month, indices }, parameters),
    highestFirst: highestFirst(division, month, parameters),
    approvedAt: checkedAt,
  };
};

/** Fen by class as a plan froze them. */
const amountsIn = (amounts: unknown) => {
  const stored = amounts as Readonly<Record<string, string>>;
  return new Map(oneOffNames.flatMap((name) => (stored[name] === undefined ? [] : [[name, BigInt(stored[name])]])));
};

const ofPlan = async (tx: Tx, id: string): Promise<Occasion | undefined> => {
  const plan = await tx.oneOffPlan.findFirst({ where: { id, state: 'approved' } });
  if (!plan?.checkedAt) return undefined;
  const { division, cutOffMonth: month, checkedAt } = plan;
  const rates = oneOffRates(division, amountsIn(plan.amounts));
  return { id, kind: 'oneOff', division, month, rates, highestFirst: true, approvedAt: checkedAt };
};

/**
 * The occasion as it was approved; undefined where it was not.
 * @throws AppError parameterUnknown where a standard of the month is not known
 */
export const occasionOf = (tx: Tx, parameters: Parameters, kind: string, id: string): Promise<Occasion | undefined> =>
  kind === 'oneOff' ? ofPlan(tx, id) : ofStart(tx, parameters, id);

/** By when a county must have paid; undefined where no rule says so or the calendar of the year is not published. */
export const occasionDue = async (
  tx: Tx,
  rules: { readonly parameters: Parameters; readonly calendar: Calendar },
  { kind, month }: Occasion,
  county: string,
): Promise<CivilDate | undefined> => {
  if (kind !== 'priceLinkage') return undefined;
  const area = indexAreaOf(county, month, rules.parameters);
  const index = (await indicesInForce(tx, { areas: [area], from: month, to: month })).get(`${area}/${month}`);
  return index && payBy({ division: county, month, publishedOn: index.publishedOn }, rules).due;
};
