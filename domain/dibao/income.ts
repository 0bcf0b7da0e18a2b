import { add, lesser, negate, notNegative, subtract, total, ZERO, type Rational } from '../rational';
import { rigidDeductions, type RigidFacts } from './deductions';
import type { AssessmentInput, CostKind, Expense, Income } from './input';
import { imputedIncome } from './imputed-income';
import { expenseKinds, incomeRow, rigidKinds, type RigidKind } from './kinds';
import { lawsOn } from './laws';
import { monthly } from './periods';
import type { RuleBook } from './rule-book';
import { isExemptPayer, type Scope } from './scope';
import { supportIncome } from './support-income';
import { closeGroup, moneyTerm, type Terms } from './term-list';

interface Account {
  earnings: Rational;
  netEarnings: Rational;
  earned: Rational;
  subsidies: Rational;
  readonly stated: Record<RigidKind, Rational>;
}

const newAccount = (): Account => ({
  earnings: ZERO,
  netEarnings: ZERO,
  earned: ZERO,
  subsidies: ZERO,
  stated: { employment: ZERO, illness: ZERO, disability: ZERO, education: ZERO },
});

const nettingCosts = ['business', 'tax', 'socialInsurance', 'supportPaid'] as const satisfies readonly CostKind[];
const isRigid = (kind: string): kind is RigidKind => rigidKinds.some((rigid) => rigid === kind);
/**
 * Income per month of a scope: counted, left out, netted, imputed, supported, deducted. Fen of the persons together,
 * exact, never below zero; every term goes to `terms`.
 */
export const measureIncome = (
  input: AssessmentInput,
  scope: Scope,
  book: RuleBook,
  standard: Rational,
  terms: Terms,
): Rational => {
  const { income: clause } = lawsOn(book.on);
  const ids = new Map(scope.persons.map((person) => [person.id, person]));
  const accounts = new Map<string, Account>();
  let sum = ZERO;

  const account = (id: string): Account => {
    const known = accounts.get(id);
    if (known) return known;
    const fresh = newAccount();
    accounts.set(id, fresh);
    return fresh;
  };
  const inScope = (member: string | undefined): boolean => (member === undefined ? scope.whole : ids.has(member));
  const put = (value: Rational, term: () => readonly [label: string, about: Parameters<typeof moneyTerm>[3]]): void => {
    sum = add(sum, value);
    if (!terms) return;
    const [label, about] = term();
    terms.push(moneyTerm('income', label, value, about, true));
  };

  const takeIncome = (item: Income, index: number): void => {
    const { label: kindLabel, group } = incomeRow(item.kind);
    const label = item.label ?? kindLabel;
    const base = () => ({ member: item.member, from: `incomes[${index}]`, evidence: item.evidence });
    if (!inScope(item.member)) {
      if (scope.whole)
        terms?.push(moneyTerm('income', `${label}(成员不计入,收入不计)`, monthly(item, item.amount, book), base()));
      return;
    }
    const gross = monthly(item, item.amount, book);
    const own = account(item.member ?? '');
    const counted = book.flag('dibao.income.counted', item.kind);
    if (item.kind === 'disabilitySubsidy') own.subsidies = add(own.subsidies, gross);
    const about = () => ({ ...base(), clause, parameter: counted.source });
    if (!counted.value) return void terms?.push(moneyTerm('income', `${label}(不计入)`, gross, about()));
    if (scope.exemptSupport && item.kind === 'supportReceived' && isExemptPayer(item.payer))
      return void terms?.push(moneyTerm('income', `${label}(兄弟姐妹或60周岁以上人员供养,豁免)`, gross, about()));
    put(gross, () => [label, about()]);
    const { costs } = item;
    const netting = costs ? lesser(gross, total(nettingCosts.map((kind) => costOf(item, costs[kind])))) : ZERO;
    if (netting.n > 0n) put(negate(netting), () => [`减:${label}的成本、税费和缴费`, { ...base(), clause }]);
    const net = subtract(gross, netting);
    if (group === 'wage') {
      own.earnings = add(own.earnings, gross);
      own.netEarnings = add(own.netEarnings, net);
      own.stated.employment = add(own.stated.employment, costOf(item, costs?.employment));
    }
    if (group === 'wage' || group === 'business') own.earned = add(own.earned, net);
  };
  const costOf = (item: Income, cost: string | undefined): Rational =>
    cost === undefined ? ZERO : monthly(item, cost, book);

  const takeExpense = (item: Expense, index: number): void => {
    if (!inScope(item.member)) return;
    const value = monthly(item, item.amount, book);
    const label = item.label ?? expenseKinds[item.kind].label;
    const base = () => ({ member: item.member, from: `expenses[${index}]`, evidence: item.evidence });
    const { stated } = account(item.member ?? '');
    if (!isRigid(item.kind)) return put(negate(value), () => [`减:${label}`, { ...base(), clause }]);
    stated[item.kind] = add(stated[item.kind], value);
    terms?.push(moneyTerm('income', `${label}(自付)`, value, base()));
  };

  input.incomes?.forEach(takeIncome);
  for (const { label, value, about } of imputedIncome(scope.persons, (id) => accounts.get(id)?.earned ?? ZERO, book))
    put(value, () => [label, { ...about, clause }]);
  for (const { label, value, about, counts } of supportIncome(input, scope, book, standard))
    if (counts) put(value, () => [label, { ...about, clause }]);
    else terms?.push(moneyTerm('income', label, value, { ...about, clause }));
  input.expenses?.forEach(takeExpense);

  for (const person of scope.persons) if (person.disability) account(person.id);
  // In the order of ids for whoever reads it; the sum is the same in any.
  const members = terms ? [...accounts].sort(([a], [b]) => (a < b ? -1 : 1)) : accounts;
  for (const [member, own] of members) {
    const facts: RigidFacts = { member, ...own, disabled: ids.get(member)?.disability !== undefined };
    sum = add(sum, rigidDeductions(facts, book, standard, terms));
  }

  const bounded = notNegative(sum);
  if (sum.n < 0n) terms?.push(moneyTerm('income', '扣减以收入为限', negate(sum), { clause }, true));
  closeGroup(terms, 'income', '分以下尾数', bounded);
  return bounded;
};
