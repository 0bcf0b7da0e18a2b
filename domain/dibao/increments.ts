import { fenFromYuan } from '../money';
import { add, fraction, fromDecimal, greater, multiply, ZERO, type Rational } from '../rational';
import { clauses } from './laws';
import type { IncrementRule } from './override-tables';
import { isMentalGrade, type Person } from './people';
import type { RuleBook } from './rule-book';
import { moneyTerm, type Terms } from './term-list';

interface Feature {
  readonly label: string;
  readonly minAge?: number;
  readonly maxAge?: number;
  readonly has: (person: Person) => boolean;
}

const always = (): boolean => true;

/** 分类施保 features that the facts themselves show; any other name is looked up in the member's `features`. */
const features: Readonly<Record<string, Feature>> = {
  elderly: { label: '老年人', minAge: 60, has: always },
  minor: { label: '未成年人', maxAge: 17, has: (person) => person.minor },
  severeDisability: { label: '重度残疾人', has: (person) => person.severe },
  gradeThreeMental: { label: '三级智力、精神残疾人', has: (person) => isMentalGrade(person, 3) },
  disability: { label: '残疾人', has: (person) => person.disability !== undefined },
  seriousIllness: { label: '重病患者', has: ({ member }) => member.seriousIllness === true },
  student: { label: '在校学生', has: (person) => person.student !== undefined },
  noLabour: { label: '无劳动能力人员', has: (person) => person.labour === 'none' },
  everyone: { label: '全体成员', has: always },
};

const within = (age: number | undefined, min: number | undefined, max: number | undefined): boolean =>
  (min === undefined && max === undefined) ||
  (age !== undefined && age >= (min ?? 0) && age <= (max ?? Number.MAX_SAFE_INTEGER));

const ofKind = ({ grades, categories }: IncrementRule, { disability }: Person): boolean =>
  (grades === undefined || (disability !== undefined && grades.includes(disability.grade))) &&
  (categories === undefined || (disability?.category !== undefined && categories.includes(disability.category)));

const fits = (rule: IncrementRule, person: Person): boolean => {
  if (!ofKind(rule, person)) return false;
  const feature = Object.hasOwn(features, rule.feature) ? features[rule.feature] : undefined;
  if (!feature)
    return person.member.features?.includes(rule.feature) === true && within(person.age, rule.minAge, rule.maxAge);
  // A minor may be known by school level alone, without an age.
  const ageKnownOtherwise = rule.feature === 'minor' && rule.minAge === undefined && rule.maxAge === undefined;
  return (
    feature.has(person) &&
    (ageKnownOtherwise || within(person.age, rule.minAge ?? feature.minAge, rule.maxAge ?? feature.maxAge))
  );
};

/** The increments of one person (分类施保): the higher, or all together, as the parameter says. */
export const incrementsOf = (
  person: Person,
  share: Rational,
  standard: Rational,
  book: RuleBook,
  terms: Terms,
): Rational => {
  const rules = book.table<readonly IncrementRule[]>('dibao.increment.rules');
  const fitting = rules.value.filter((rule) => fits(rule, person));
  if (fitting.length === 0) return ZERO;
  const valued = fitting.map((rule) => ({
    rule,
    value:
      rule.amount === undefined
        ? multiply(rule.of === 'share' ? share : standard, fromDecimal(rule.ratio ?? '0'))
        : fraction(fenFromYuan(rule.amount)),
  }));
  const combine = book.choice<'higher' | 'sum'>('dibao.increment.combine').value;
  const highest = valued.reduce((best, next) => (greater(best.value, next.value) === best.value ? best : next));
  const taken = combine === 'sum' ? valued : [highest];
  for (const { rule, value } of taken)
    terms?.push(
      moneyTerm(
        'amount',
        `分类施保增发:${features[rule.feature]?.label ?? rule.feature}`,
        value,
        { clause: clauses.increments, parameter: rules.source, member: person.id },
        true,
      ),
    );
  return taken.reduce((sum, { value }) => add(sum, value), ZERO);
};
