import type { Term } from '../explain';
import { compare, multiply, type Rational } from '../rational';
import { computeAmount } from './amount';
import type { Beneficiary } from './assessment';
import { measureIncome } from './income';
import type { AssessmentInput } from './input';
import { clauses } from './laws';
import type { Counting } from './members';
import type { Person } from './people';
import { testProperty } from './property';
import type { RuleBook, Ruled } from './rule-book';
import { groundOf, type GroundId } from './single-person-grounds';
import { moneyTerm, type Terms } from './term-list';

interface GroundRow {
  readonly ground: GroundId;
  /** The household must be a marginal one. */
  readonly marginal: boolean;
}

export interface Context {
  readonly input: AssessmentInput;
  readonly book: RuleBook;
  readonly standard: Ruled<Rational>;
  readonly counting: readonly Counting[];
  readonly isMarginal: boolean;
  readonly perCapitaIncome: Rational;
  /** Without it neither terms nor reasons are made. */
  readonly explain: boolean;
}

export interface SingleResult {
  readonly beneficiaries: readonly Beneficiary[];
  readonly terms: readonly Term[];
  readonly reasons: readonly string[];
}

/** Only members of the family, or religious staff who left it, are looked at: others are households of their own. */
const candidates = (
  counting: readonly Counting[],
  isMarginal: boolean,
  rows: readonly GroundRow[],
): readonly Person[] => {
  const applying = counting.some(({ person }) => person.member.appliesAlone);
  const open = rows.some((row) => isMarginal || !row.marginal);
  return counting
    .filter(
      ({ person, counted }) => counted || (!person.member.diedOn && person.member.religiousYearsApart !== undefined),
    )
    .map(({ person }) => person)
    .filter((person) => open && (!applying || person.member.appliesAlone));
};

const earns = (person: Person, input: AssessmentInput): boolean =>
  (input.incomes ?? []).some(
    ({ member, kind }) => member === person.id && (kind === 'wage' || kind === 'business' || kind === 'farming'),
  );

const meets = (row: GroundRow, person: Person, context: Context): boolean => {
  if (row.marginal && !context.isMarginal) return false;
  if (!groundOf(row.ground).holds(person, earns(person, context.input))) return false;
  if (row.ground !== 'religious') return true;
  return (person.member.religiousYearsApart ?? 0) >= context.book.count('dibao.members.religiousYears').value;
};

const groundRows = ({ book, input }: Context): readonly GroundRow[] =>
  book.table<readonly GroundRow[]>('dibao.singlePerson.grounds', input.area).value;

/** The exemption of support goes with the person (adult, unemployed, severely disabled), whichever ground is used. */
const isKeptAdult = (person: Person, context: Context): boolean =>
  groundRows(context).some(
    ({ ground }) => ground === 'adultUnemployedSevere' && groundOf(ground).holds(person, earns(person, context.input)),
  );

/** Own income and, where the household's own test was not passed, own property. */
const examine = (person: Person, row: GroundRow, context: Context): SingleResult => {
  const { book, input, standard } = context;
  const ground = groundOf(row.ground);
  const exemptSupport = isKeptAdult(person, context) && book.flag('dibao.singlePerson.exemptSupport').value;
  const ownTerms: Terms = context.explain ? [] : undefined;
  const amountTerms: Terms = context.explain ? [] : undefined;
  const own = measureIncome(input, { persons: [person], whole: false, exemptSupport }, book, standard.value, ownTerms);
  const limit = book.ratio('dibao.singlePerson.ownIncomeMultiple');
  const none = (why: string): SingleResult => ({ beneficiaries: [], terms: [], reasons: [`${person.name}${why}`] });
  if (compare(own, multiply(standard.value, limit.value)) >= 0)
    return none(`属于${ground.label},但本人收入不低于单人户收入上限`);
  if (!context.isMarginal) {
    const assets = (input.assets ?? []).filter((asset) => asset.member === person.id);
    const owned = testProperty(assets, {
      test: 'dibao',
      persons: 1,
      standard: standard.value,
      book,
      explain: false,
    });
    if (!owned.ok) return none(`属于${ground.label},但本人财产不符合规定`);
  }
  const facts = {
    persons: [person],
    area: input.area,
    income: own,
    householdIncome: context.perCapitaIncome,
    standard: standard.value,
    standardSource: standard.source,
    book,
  };
  const amount = computeAmount(book.choice('dibao.singlePerson.method', input.area).value, facts, amountTerms);
  const clause = ground.clause(input.date);
  const mine = (term: Term): Term => ({ ...term, member: person.id });
  const beneficiary: Beneficiary = {
    member: person.id,
    monthly: amount.total,
    ...(amount.classes.has(person.id) ? { class: amount.classes.get(person.id)! } : {}),
    ground: row.ground,
    clause,
    ownIncome: own,
  };
  if (!ownTerms || !amountTerms) return { beneficiaries: [beneficiary], terms: [], reasons: [] };
  const terms = [
    ...ownTerms.map((term) => mine({ ...term, group: `ownIncome:${person.id}` })),
    moneyTerm('single', '本人月收入', own, { clause, parameter: limit.source, member: person.id }),
    ...amountTerms.map(mine),
  ];
  return {
    beneficiaries: [beneficiary],
    terms,
    reasons: [`${person.name}属于${ground.label},经本人申请可参照单人户纳入低保(${clause})`],
  };
};

// @clause 二(一) who may apply alone
/** Persons who may be included alone, each on the first ground that holds, in the order of the parameter. */
export const examineSinglePersons = (context: Context): SingleResult => {
  const rows = groundRows(context);
  const results = candidates(context.counting, context.isMarginal, rows).flatMap((person) => {
    let refused: SingleResult | undefined;
    for (const row of rows) {
      if (!meets(row, person, context)) continue;
      const result = examine(person, row, context);
      if (result.beneficiaries.length > 0) return [result];
      refused ??= result;
    }
    return refused ? [refused] : [];
  });
  return {
    beneficiaries: results.flatMap((result) => result.beneficiaries),
    terms: results.flatMap((result) => result.terms),
    reasons: results.flatMap((result) => result.reasons),
  };
};

/** Where S1 §28 forbids picking some members of a household that qualifies as a whole. */
export const wholeFamilyOnly = (applying: boolean): string | undefined =>
  applying ? `整户符合条件的,不得只将部分成员纳入(${clauses.wholeFamily})` : undefined;
