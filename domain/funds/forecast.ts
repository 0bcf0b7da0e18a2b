import type { CivilMonth } from '../civil-date';
import type { Fen } from '../money';

export interface MonthNeed {
  readonly month: CivilMonth;
  readonly fen: Fen;
}

export interface ForecastMonth extends MonthNeed {
  /** What is left of the year's money after this month; negative: so much is missing by then. */
  readonly left: Fen;
}

export interface Forecast {
  readonly months: readonly ForecastMonth[];
  /** The first month that cannot be paid in full. */
  readonly runsOut: CivilMonth | undefined;
  readonly missing: Fen;
}

/**
 * How far the money of each budget year reaches. `needs` in order of months; `room` by year: arrived and not yet drawn. A
 * year for which no budget line exists yet is left out: nothing has been promised for it, and nothing can be said.
 */
export const forecast = (needs: readonly MonthNeed[], room: ReadonlyMap<number, Fen>): Forecast => {
  const left = new Map(room);
  const months: ForecastMonth[] = [];
  for (const need of needs) {
    const year = Number(need.month.slice(0, 4));
    const before = left.get(year);
    if (before === undefined) continue;
    left.set(year, before - need.fen);
    months.push({ ...need, left: before - need.fen });
  }
  const missing = [...left.values()].reduce((sum, fen) => (fen < 0n ? sum - fen : sum), 0n);
  return { months, runsOut: months.find(({ left: rest }) => rest < 0n)?.month, missing };
};
