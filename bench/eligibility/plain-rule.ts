import type { AssessmentInput, Member } from '../../domain/dibao/input';

/**
 * The floor: the rule of one day and place as somebody would write it who needs the answer and no reasons, with the
 * figures of 腾冲市 on 2022-05-15 in the code. Money in 120ths of a fen a month, so that years and tenths stay whole.
 */
const UNIT = 120;
const YUAN = 100 * UNIT;
/** The figures that a new standard changes. */
export interface Figures {
  readonly standard: { readonly urban: number; readonly rural: number };
  readonly classes: { readonly A: number; readonly B: number; readonly C: number };
}

/** A month's urban standard, a year's rural one and the classes, in yuan. */
export const figuresOf = (urban: number, rural: number, classes: Figures['classes']): Figures => ({
  standard: { urban: urban * YUAN, rural: (rural * YUAN) / 12 },
  classes,
});
const MAY_2022 = figuresOf(670, 5000, { A: 400, B: 330, C: 260 });
/** Twice the disposable income of a year, a person. */
const SAVINGS = 2 * 25_666;
const WITHOUT_LABOUR: Readonly<Record<string, number>> = { intellectual: 3, mental: 3, physical: 2, visual: 1 };
const COUNTED = new Set(['wage', 'farming', 'pension', 'elderlyAllowance']);

export interface PlainAnswer {
  readonly eligibility: 'wholeHousehold' | 'singlePerson' | 'marginalHousehold' | 'notEligible';
  /** Fen a month. */
  readonly monthly: number;
}

const monthly = (amount: string, per = 'month'): number =>
  Math.round(Number(amount) * 100) * (per === 'year' ? UNIT / 12 : UNIT);

const isCounted = ({ relation, age = 0, student, coResident }: Member): boolean => {
  if (relation === 'applicant' || relation === 'spouse') return true;
  if (relation === 'child' && (age < 18 || student)) return true;
  return coResident !== false;
};

const labourOf = ({ age = 0, student, seriousIllness, disability }: Member): 'none' | 'partial' | 'full' => {
  if (student || age < 16 || age >= 60 || seriousIllness) return 'none';
  if (!disability) return 'full';
  return disability.grade <= (WITHOUT_LABOUR[disability.category ?? ''] ?? 0) ? 'none' : 'partial';
};

const classOf = (members: readonly Member[]): keyof Figures['classes'] => {
  if (members.every((member) => labourOf(member) === 'none')) return 'A';
  const adults = members.filter(({ age = 0, student }) => age >= 18 && !student);
  const weak = adults.filter((member) => labourOf(member) !== 'full').length;
  return adults.length === 0 || weak * 2 >= adults.length ? 'B' : 'C';
};

const incomeOf = (
  { incomes = [], expenses = [] }: AssessmentInput,
  members: readonly Member[],
  standard: number,
): number => {
  let sum = 0;
  for (const { id } of members) {
    let wages = 0;
    for (const { member, kind, amount, per } of incomes) {
      if (member !== id) continue;
      const value = monthly(amount, per);
      if (kind === 'wage') wages += value;
      if (COUNTED.has(kind)) sum += value;
      if (kind === 'disabilitySubsidy') sum -= value;
    }
    sum -= Math.min(wages / 10, standard);
    for (const { member, amount, per } of expenses) if (member === id) sum -= monthly(amount, per);
  }
  return Math.max(sum, 0);
};

const hasGround = ({ disability, seriousIllness }: Member): boolean =>
  seriousIllness === true ||
  (disability !== undefined &&
    (disability.grade <= 2 ||
      (disability.grade === 3 && (disability.category === 'intellectual' || disability.category === 'mental'))));

const upToYuan = (value: number): number => Math.ceil(value / YUAN) * 100;

export const plainRule = (input: AssessmentInput, figures = MAY_2022): PlainAnswer => {
  const { area, assets = [] } = input;
  const standard = figures.standard[area];
  const { classes } = figures;
  const members = input.members.filter(isCounted);
  const all = standard * members.length;
  const income = incomeOf(input, members, standard);
  const savings = assets.reduce((sum, { value = '0' }) => sum + Number(value), 0);
  if (income * 2 >= all * 3 || savings > SAVINGS * members.length) return { eligibility: 'notEligible', monthly: 0 };
  if (income < all)
    return {
      eligibility: 'wholeHousehold',
      monthly: area === 'urban' ? upToYuan(all - income) : classes[classOf(members)] * 100 * members.length,
    };
  let sum = 0;
  let single = false;
  for (const member of members) {
    if (!hasGround(member)) continue;
    const own = incomeOf(input, [member], standard);
    if (own >= standard) continue;
    single = true;
    sum += area === 'urban' ? upToYuan(standard - own) : classes[classOf([member])] * 100;
  }
  return { eligibility: single ? 'singlePerson' : 'marginalHousehold', monthly: sum };
};
