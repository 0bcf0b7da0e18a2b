import type { CivilDate } from '../civil-date';
import { nameOf } from '../divisions';
import type { DatedValue, Parameter, Parameters } from '../parameters/resolve';
import type { ExchangeRecord } from './kinds';

/** 低保、特困供养等相关标准 (notice 三(二)): what is entered in the provincial system. */
export const exchangedStandards = [
  'dibao.standard.urban',
  'dibao.standard.rural',
  'tekun.standard.basic',
  'tekun.care',
] as const;

/** Care grades for people. */
const categories: Readonly<Record<string, string>> = {
  'centralised.full': '集中供养一档',
  'centralised.partial': '集中供养二档',
  'centralised.selfCare': '集中供养三档',
  'dispersed.full': '分散供养一档',
  'dispersed.partial': '分散供养二档',
  'dispersed.selfCare': '分散供养三档',
};
export const categoryLabel = (category: string): string => categories[category] ?? category;

/** A standard of a county from a day on. */
export interface CountyStandard {
  readonly standard: string;
  readonly category: string;
  readonly title: string;
  readonly from: CivilDate;
  /** The first day of the next value; undefined while none is known. */
  readonly until?: CivilDate;
  readonly record: ExchangeRecord;
}

export const standardKey = (
  county: string,
  { standard, category, from }: Pick<CountyStandard, 'standard' | 'category' | 'from'>,
) => [standard, category, county, from].join('/');

const startsOf = (values: readonly DatedValue[], county: string, category: string | undefined): readonly CivilDate[] =>
  [
    ...new Set(
      values
        .filter((value) => county.startsWith(value.division) && value.category === category)
        .map(({ from }) => from),
    ),
  ].sort();

const ofCategory = (
  parameters: Parameters,
  { id, title, unit, values }: Parameter,
  county: string,
  category: string | undefined,
): readonly CountyStandard[] => {
  const found: CountyStandard[] = [];
  for (const from of startsOf(values, county, category)) {
    const value = parameters.find(id, { on: from, division: county, ...(category ? { category } : {}) });
    const before = found.at(-1);
    // A start of the province's value changes nothing where the county's own goes on.
    if (!value || before?.record['value'] === String(value.value)) continue;
    if (before) found[found.length - 1] = { ...before, until: from };
    found.push({
      standard: id,
      category: category ?? '',
      title,
      from,
      record: {
        division: county,
        divisionName: nameOf(county),
        standard: id,
        category: category ?? '',
        value: String(value.value),
        unit,
        from,
        reference: value.reference,
      },
    });
  }
  return found;
};

/** Every exchanged standard of a county by its first day; equal values that follow each other are one. */
export const standardsOf = (parameters: Parameters, county: string): readonly CountyStandard[] =>
  parameters.all
    .filter(({ id }) => (exchangedStandards as readonly string[]).includes(id))
    .flatMap((parameter) =>
      (parameter.categories ?? [undefined]).flatMap((category) => ofCategory(parameters, parameter, county, category)),
    );

/** In force on some day of the range. */
export const inForceWithin = (
  standards: readonly CountyStandard[],
  { from, to }: { readonly from: CivilDate; readonly to: CivilDate },
): readonly CountyStandard[] =>
  standards.filter((one) => one.from <= to && (one.until === undefined || one.until > from));
