import { fenFromYuan, yuanFromFen } from '../money';

/** A line of an explanation as it stands on the wire and in a frozen assessment: amounts are yuan strings. */
export interface ToldTerm {
  readonly group: string;
  readonly label: string;
  readonly value: string | number | boolean;
  readonly unit: string;
  readonly member?: string | undefined;
  readonly parameter?: { readonly from?: string | undefined; readonly reference: string } | undefined;
}

/** What of an assessment is compared. */
export interface Told {
  readonly eligibility: string;
  readonly monthly: string;
  readonly householdIncome: string;
  readonly perCapitaIncome: string;
  readonly persons: number;
  readonly terms: readonly ToldTerm[];
}

/** `rule`: the same value by another parameter. */
export type Change = 'same' | 'changed' | 'added' | 'gone' | 'rule';

export interface ComparedLine {
  readonly group: string;
  readonly label: string;
  readonly unit: string;
  readonly member?: string;
  readonly before?: ToldTerm['value'];
  readonly after?: ToldTerm['value'];
  readonly change: Change;
  /** After less before, in yuan with its sign; of amounts alone. */
  readonly difference?: string;
}

/** Terms of one name are told apart by their order: a second wage of the same person stays the second. */
const keyed = (terms: readonly ToldTerm[]): ReadonlyMap<string, ToldTerm> => {
  const seen = new Map<string, number>();
  return new Map(
    terms.map((term) => {
      const name = JSON.stringify([term.group, term.label, term.member ?? null]);
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      return [`${name}#${nth}`, term];
    }),
  );
};

const changeOf = (before: ToldTerm | undefined, after: ToldTerm | undefined): Change => {
  if (!before) return 'added';
  if (!after) return 'gone';
  if (before.value !== after.value) return 'changed';
  const rules = [before, after].map(({ parameter }) => `${parameter?.from ?? ''} ${parameter?.reference ?? ''}`);
  return rules[0] === rules[1] ? 'same' : 'rule';
};

const fenOf = (term: ToldTerm | undefined): bigint | undefined =>
  term === undefined
    ? 0n
    : term.unit === 'yuan' && typeof term.value === 'string'
      ? fenFromYuan(term.value)
      : undefined;

const compared = (before: ToldTerm | undefined, after: ToldTerm | undefined): ComparedLine => {
  const { group, label, unit, member } = (after ?? before) as ToldTerm;
  const change = changeOf(before, after);
  const [then, now] = [fenOf(before), fenOf(after)];
  const moved = then !== undefined && now !== undefined && then !== now;
  return {
    group,
    label,
    unit,
    ...(member === undefined ? {} : { member }),
    ...(before ? { before: before.value } : {}),
    ...(after ? { after: after.value } : {}),
    change,
    ...(moved ? { difference: yuanFromFen(now - then) } : {}),
  };
};

const yuan = (label: string, value: string): ToldTerm => ({ group: 'result', label, value, unit: 'yuan' });

const results = ({ eligibility, monthly, householdIncome, perCapitaIncome, persons }: Told): readonly ToldTerm[] => [
  { group: 'result', label: '认定', value: eligibility, unit: 'eligibility' },
  { group: 'result', label: '计算人口', value: persons, unit: 'persons' },
  yuan('家庭月收入', householdIncome),
  yuan('人均月收入', perCapitaIncome),
  yuan('每月保障金额', monthly),
];

/**
 * Two assessments of a household line by line, what is gone where it stood: the lines of `after` in their order, each
 * line that is gone behind the last line of its group.
 */
export const compareAssessments = (before: Told, after: Told): readonly ComparedLine[] => {
  const then = keyed([...results(before), ...before.terms]);
  const now = keyed([...results(after), ...after.terms]);
  const groups = [...new Set([...now.values(), ...then.values()].map(({ group }) => group))];
  return groups.flatMap((group) => [
    ...[...now].filter(([, term]) => term.group === group).map(([key, term]) => compared(then.get(key), term)),
    ...[...then]
      .filter(([key, term]) => term.group === group && !now.has(key))
      .map(([, term]) => compared(term, undefined)),
  ]);
};
