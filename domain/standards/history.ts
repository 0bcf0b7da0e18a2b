import { addDays, type CivilDate } from '../civil-date';
import type { Parameters, Resolved } from '../parameters/resolve';
import { standardOf, type StandardKind } from './kinds';

/** What held at a place from a day on; `own`: entered for the place itself or for a place within the province above it. */
export interface Step {
  readonly from: CivilDate;
  /** Last day; open where absent. */
  readonly to?: CivilDate;
  readonly value: string;
  readonly reference: string;
  readonly own: boolean;
}

const PROVINCE = '53';

const valuesOf = (parameters: Parameters, kind: StandardKind) => {
  const { parameter, category } = standardOf(kind);
  const all = parameters.all.find(({ id }) => id === parameter)?.values ?? [];
  return all.filter((value) => value.category === category);
};

/** The standard at a place on a day: its own, or the nearest above it. */
export const standardOn = (
  parameters: Parameters,
  kind: StandardKind,
  division: string,
  on: CivilDate,
): Resolved | undefined => {
  const { parameter, category } = standardOf(kind);
  return parameters.find(parameter, { on, division, ...(category ? { category } : {}) });
};

/** Every step of a standard at a place, oldest first; days without a known value are left out. */
export const historyOf = (parameters: Parameters, kind: StandardKind, division: string): readonly Step[] => {
  const relevant = valuesOf(parameters, kind).filter((value) => division.startsWith(value.division));
  const days = [
    ...new Set(relevant.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)]))),
  ].sort();
  const steps: Step[] = [];
  for (const [index, from] of days.entries()) {
    const held = standardOn(parameters, kind, division, from);
    const last = steps.at(-1);
    const next = days[index + 1];
    const to = next === undefined ? {} : { to: addDays(next, -1) };
    if (!held) continue;
    const same =
      last && last.value === held.value && last.reference === held.reference && last.to === addDays(from, -1);
    const step = {
      from: same ? last.from : from,
      ...to,
      value: String(held.value),
      reference: held.reference,
      own: held.division.length > PROVINCE.length,
    };
    if (same) steps[steps.length - 1] = step;
    else steps.push(step);
  }
  return steps;
};

/** Places with values of their own, of any standard. */
export const placesWithOwn = (parameters: Parameters): readonly string[] => {
  const kinds: readonly StandardKind[] = ['urban', 'rural', 'tekun'];
  const codes = kinds.flatMap((kind) => valuesOf(parameters, kind).map(({ division }) => division));
  return [...new Set(codes)].filter((division) => division.length > PROVINCE.length).sort();
};

/** The days on which a standard of the place or the guide changes, within a span. */
export const changesWithin = (
  parameters: Parameters,
  division: string,
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): readonly CivilDate[] => {
  const kinds: readonly StandardKind[] = ['urban', 'rural', 'classA', 'classB', 'classC', 'tekun'];
  const days = kinds.flatMap((kind) =>
    valuesOf(parameters, kind)
      .filter((value) => division.startsWith(value.division) || value.division.startsWith(division))
      .flatMap((value) => [value.from, ...(value.to ? [addDays(value.to, 1)] : [])]),
  );
  return [...new Set(days)].filter((day) => from <= day && day <= to).sort();
};
