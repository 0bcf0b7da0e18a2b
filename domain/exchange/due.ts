import { firstDayOf, type CivilDate } from '../civil-date';
import { choiceOf } from '../parameters/read';
import type { Parameters } from '../parameters/resolve';
import { inForceWithin, standardsOf, type CountyStandard } from './standards';

/**
 * The standards that the other system must have by this day: in force on it, and effective since the month from which
 * receipts are asked for. Nothing is due the day before its effective date.
 */
export const standardsDue = (parameters: Parameters, county: string, on: CivilDate): readonly CountyStandard[] => {
  const since = parameters.find('exchange.alertsFrom', { on, division: county });
  if (!since) return [];
  const first = firstDayOf(choiceOf(since));
  return inForceWithin(standardsOf(parameters, county), { from: on, to: on }).filter(({ from }) => from >= first);
};
