import type { CivilDate } from '../civil-date';
import type { Fen } from '../money';
import { toYearEnd } from './budget';
import type { UpliftClass } from './classes';

/** A case as far as sums are made of it. */
export interface Counted {
  readonly division: string;
  readonly class: UpliftClass;
  readonly oldFen: Fen;
  readonly newFen: Fen;
  readonly persons: number;
}

/** Of a county or of all: households and persons entitled, money a month, and the difference to now. */
export interface Sum {
  readonly households: number;
  readonly persons: number;
  readonly monthlyFen: Fen;
  readonly yearEndFen: Fen;
  readonly nowFen: Fen;
  readonly differenceFen: Fen;
  readonly differenceYearEndFen: Fen;
  readonly byClass: Readonly<Record<UpliftClass, number>>;
}

interface Tally {
  households: number;
  persons: number;
  monthly: Fen;
  now: Fen;
  readonly byClass: Record<UpliftClass, number>;
}

const COUNTY = 6;
const empty = (): Tally => ({
  households: 0,
  persons: 0,
  monthly: 0n,
  now: 0n,
  byClass: { gain: 0, same: 0, decrease: 0, fall: 0, byHand: 0, unknown: 0, new: 0 },
});

const put = (tally: Tally, { class: name, oldFen, newFen, persons }: Counted): void => {
  tally.byClass[name] += 1;
  tally.now += oldFen;
  if (newFen === 0n) return;
  tally.households += 1;
  tally.persons += persons;
  tally.monthly += newFen;
};

const summed = ({ households, persons, monthly, now, byClass }: Tally, from: CivilDate): Sum => ({
  households,
  persons,
  monthlyFen: monthly,
  yearEndFen: toYearEnd(from, monthly),
  nowFen: now,
  differenceFen: monthly - now,
  differenceYearEndFen: toYearEnd(from, monthly - now),
  byClass,
});

/** Adds up cases as they come, county by county. */
export const createSums = (from: CivilDate) => {
  const all = empty();
  const counties = new Map<string, Tally>();
  return {
    add: (cases: readonly Counted[]): void => {
      for (const one of cases) {
        const county = one.division.slice(0, COUNTY);
        const tally = counties.get(county) ?? empty();
        counties.set(county, tally);
        put(tally, one);
        put(all, one);
      }
    },
    total: (): Sum => summed(all, from),
    counties: (): readonly (Sum & { readonly county: string })[] =>
      [...counties].sort(([a], [b]) => (a < b ? -1 : 1)).map(([county, tally]) => ({ county, ...summed(tally, from) })),
  };
};
