import type { ParameterSource } from '../explain';
import { multiply, notNegative, over, subtract, times, ZERO, type Rational } from '../rational';
import type { AssessmentInput, SupportObligor } from './input';
import { monthly } from './periods';
import type { RuleBook } from './rule-book';
import { isExemptPayer, type Scope } from './scope';

interface Support {
  readonly label: string;
  readonly value: Rational;
  readonly counts: boolean;
  readonly about: {
    readonly from: string;
    readonly evidence: string | undefined;
    readonly parameter?: ParameterSource;
  };
}

const supportedBy = ({ supported, for: members }: SupportObligor): number => supported ?? members?.length ?? 1;

/** (income of the obligor's household − standard × multiple × persons) × ratio ÷ supported persons; fen a month per person. */
const byFormula = (entry: SupportObligor, book: RuleBook, standard: Rational): Rational => {
  if (!entry.householdIncome) return ZERO;
  const income = monthly(entry.householdIncome, entry.householdIncome.amount, book);
  const threshold = book.findAmount('dibao.support.threshold')?.value;
  const each = threshold ?? multiply(standard, book.ratio('dibao.support.thresholdMultiple').value);
  const kept = times(each, entry.persons ?? 1);
  const free = notNegative(subtract(income, kept));
  return over(multiply(free, book.ratio('dibao.support.ratio').value), supportedBy(entry));
};

/** Support owed by people outside the household (赡养、抚养、扶养费): as agreed or adjudged, else by the formula. */
export const supportIncome = (
  input: AssessmentInput,
  scope: Scope,
  book: RuleBook,
  standard: Rational,
): readonly Support[] => {
  const applicant = input.members.find((member) => member.relation === 'applicant')?.id ?? '';
  const present = new Set(scope.persons.map((person) => person.id));
  const result: Support[] = [];
  input.support?.forEach((entry, index) => {
    const persons = (entry.for ?? [applicant]).filter((id) => present.has(id)).length;
    if (persons === 0) return;
    const who = entry.obligor ? `${entry.obligor}应付的` : '';
    const base = { from: `support[${index}]`, evidence: entry.evidence };
    const put = (label: string, value: Rational, counts: boolean, parameter?: ParameterSource): void =>
      void result.push({
        label: `${who}${label}`,
        value,
        counts,
        about: { ...base, ...(parameter ? { parameter } : {}) },
      });
    if (entry.unable) return put('赡养(抚养、扶养)费:义务人无能力,不计', ZERO, false);
    if (scope.exemptSupport && isExemptPayer(entry.payer))
      return put('供养费用(兄弟姐妹或60周岁以上人员供养,豁免)', ZERO, false);
    if (entry.agreed) {
      const value = times(monthly(entry.agreed, entry.agreed.amount, book), persons);
      return put('赡养(抚养、扶养)费(协议或判决)', value, true);
    }
    const enabled = book.flag('dibao.support.enabled');
    if (!enabled.value) return put('赡养(抚养、扶养)费(本地不按公式核算)', ZERO, false, enabled.source);
    const value = times(byFormula(entry, book, standard), persons);
    put('赡养(抚养、扶养)费(按公式核算)', value, true, book.ratio('dibao.support.ratio').source);
  });
  return result;
};
