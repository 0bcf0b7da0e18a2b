import type { CivilDate } from '../civil-date';
import type { ParameterSource, Term } from '../explain';
import { sayYuan } from '../money';
import { roundTo, type Rational } from '../rational';
import type { AssessmentInput } from './input';
import type { Person } from './people';
import type { RuleBook } from './rule-book';

export const sayMoney = (value: Rational): string => sayYuan(roundTo(value, 'halfUp'));

/** The same day a year later: Yunnan sets a new standard every July, so an older one makes the officer look for it. */
const yearAfter = (day: CivilDate): CivilDate => `${+day.slice(0, 4) + 1}${day.slice(4)}`;

const stale = (standard: ParameterSource, input: AssessmentInput): string[] =>
  standard.from !== undefined && yearAfter(standard.from) <= input.date
    ? [`${standard.title}自${standard.from}起沿用,已满12个月,请核对是否已有新标准`]
    : [];

const unusedDisabilityCost = (input: AssessmentInput, book: RuleBook): string[] =>
  (input.expenses ?? []).some((expense) => expense.kind === 'disability') &&
  book.choice('dibao.deduction.disabilityBasis').value === 'subsidies'
    ? ['因残支出按残疾人两项补贴金额扣减,所列自付费用未扣减(参数 dibao.deduction.disabilityBasis)']
    : [];

const elsewhere = (people: readonly Person[], book: RuleBook): string[] => {
  const applicant = people.find((person) => person.member.relation === 'applicant');
  if (!applicant || applicant.member.localHukou !== false) return [];
  const allowed = applicant.member.residencePermit === true && book.flag('dibao.residencePermit.allowed').value;
  return allowed ? ['持居住证在居住地申请'] : ['申请人户籍不在本地,应向户籍所在地乡镇(街道)提出申请'];
};

const assumedDeductions = (terms: readonly Term[]): string[] =>
  terms.some((term) => term.group === 'income' && term.adds && term.parameter?.assumed && BigInt(term.value) < 0n)
    ? ['收入扣减采用待本地确认的默认规则(参数 dibao.deduction),请按本地规定核对;不扣减请指定 "deductions": false']
    : [];

/** What an officer should look at; none of it changes the result. */
export const warningsOf = (
  input: AssessmentInput,
  people: readonly Person[],
  standard: ParameterSource,
  terms: readonly Term[],
  book: RuleBook,
): readonly string[] => [
  ...assumedDeductions(terms),
  ...stale(standard, input),
  ...unusedDisabilityCost(input, book),
  ...elsewhere(people, book),
  ...people
    .filter((person) => person.age === undefined)
    .map((person) => `${person.name}未填年龄,${person.minor ? '按未成年人' : '按劳动年龄成年人'}核算`),
];
