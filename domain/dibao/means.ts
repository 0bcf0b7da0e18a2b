import { isBelow, multiply, type Rational } from '../rational';
import type { Basis, HouseholdStanding } from './assessment';
import type { AssessmentInput } from './input';
import type { Laws } from './laws';
import { testProperty, type PropertyResult } from './property';
import type { RuleBook, Ruled } from './rule-book';
import { sayMoney } from './sentences';
import type { SingleResult } from './single-person';

/** Income and property of the household against the standard. */
export interface Means {
  readonly perCapita: Rational;
  readonly standard: Ruled<Rational>;
  readonly marginalLimit: Ruled<Rational>;
  readonly property: readonly PropertyResult[];
  readonly standing: HouseholdStanding;
}

/** 整户, 边缘 or neither: strictly below (低于) each limit, and property within its own test. */
export const weigh = (
  input: AssessmentInput,
  counted: ReadonlySet<string>,
  perCapita: Rational,
  standard: Ruled<Rational>,
  book: RuleBook,
  explain: boolean,
): Means => {
  const multiple = book.ratio('dibao.marginal.multiple');
  const marginalLimit = { value: multiply(standard.value, multiple.value), source: multiple.source };
  const assets = (input.assets ?? []).filter((asset) => asset.member === undefined || counted.has(asset.member));
  const test = (name: PropertyResult['test']): PropertyResult =>
    testProperty(assets, { test: name, persons: counted.size, standard: standard.value, book, explain });
  const means = { perCapita, standard, marginalLimit };
  if (counted.size === 0) return { ...means, property: [], standing: 'notEligible' };
  const property: PropertyResult[] = [];
  if (isBelow(perCapita, standard.value)) {
    property.push(test('dibao'));
    if (property[0]?.ok) return { ...means, property, standing: 'wholeHousehold' };
  }
  if (!isBelow(perCapita, marginalLimit.value)) return { ...means, property, standing: 'notEligible' };
  const marginal = test('marginal');
  property.push(marginal);
  return { ...means, property, standing: marginal.ok ? 'marginalHousehold' : 'notEligible' };
};

/** Ground, clause and one sentence for the result. */
export const basisOf = (means: Means, single: SingleResult, persons: number, clause: Laws): Basis => {
  const first = single.beneficiaries[0];
  if (means.standing === 'wholeHousehold')
    return {
      ground: 'belowStandard',
      clause: clause.eligibility,
      text: '家庭人均收入低于低保标准且财产符合规定,整户纳入低保',
    };
  if (first)
    return {
      ground: first.ground ?? '',
      clause: first.clause ?? clause.single,
      text: '整户不符合条件,成员本人参照单人户纳入低保',
    };
  if (means.standing === 'marginalHousehold')
    return { ground: 'marginal', clause: clause.single, text: '不符合低保条件,属于低保边缘家庭' };
  if (persons === 0)
    return { ground: 'nobodyCounted', clause: clause.eligibility, text: '没有计入的共同生活的家庭成员' };
  return isBelow(means.perCapita, means.marginalLimit.value)
    ? { ground: 'property', clause: clause.property, text: '家庭财产状况不符合规定' }
    : {
        ground: 'incomeTooHigh',
        clause: clause.eligibility,
        text: '家庭人均收入不低于低保标准,也不低于低保边缘家庭收入上限',
      };
};

/** How the income compares, and which limb of the property test failed. */
export const meansReasons = (means: Means, persons: number): string[] => {
  const { perCapita, standard, marginalLimit } = means;
  const compared = isBelow(perCapita, standard.value)
    ? '低于低保标准'
    : isBelow(perCapita, marginalLimit.value)
      ? '不低于低保标准,低于边缘家庭收入上限'
      : '不低于边缘家庭收入上限';
  const limits = `标准${sayMoney(standard.value)},上限${sayMoney(marginalLimit.value)}`;
  const failed = means.property.flatMap((result) =>
    result.items.filter((item) => !item.ok).map((item) => `${item.label}${item.value}(${item.limit})不符合规定`),
  );
  return [`共同生活的家庭成员${persons}人,月人均收入${sayMoney(perCapita)},${compared}(${limits})`, ...new Set(failed)];
};
