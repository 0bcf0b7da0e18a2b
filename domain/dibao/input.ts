import type { CivilDate } from '../civil-date';
import type { AssetKind, ExpenseKind, IncomeKind } from './kinds';

export type Area = 'urban' | 'rural';
export type Relation =
  | 'applicant'
  | 'spouse'
  | 'child'
  | 'parent'
  | 'grandparent'
  | 'grandchild'
  | 'sibling'
  | 'childInLaw'
  | 'parentInLaw'
  | 'other';
export const studentLevels = [
  'preschool',
  'primary',
  'juniorSecondary',
  'seniorSecondary',
  'vocational',
  'college',
  'undergraduate',
  'graduate',
] as const;
export type StudentLevel = (typeof studentLevels)[number];
export type DisabilityCategory = 'visual' | 'hearing' | 'speech' | 'physical' | 'intellectual' | 'mental' | 'multiple';
export type Labour = 'full' | 'partial' | 'none';
export type Employment = 'employed' | 'flexible' | 'unemployed' | 'retired';
export type Period = 'day' | 'month' | 'quarter' | 'halfYear' | 'year' | 'once';

/** A yuan string with at most two decimals. `months`: of a monthly sum, the months a year it comes; of a single sum, the months it is spread over. */
export interface Amounted {
  readonly amount: string;
  readonly per?: Period;
  readonly months?: number;
  /** Days a month, with `per: 'day'`. */
  readonly days?: number;
}

export interface Member {
  readonly id: string;
  readonly name?: string;
  readonly relation: Relation;
  /** Member the relation is to; the applicant when absent. */
  readonly relationTo?: string;
  readonly idNumber?: string;
  readonly birthDate?: CivilDate;
  readonly age?: number;
  readonly sex?: 'male' | 'female';
  readonly student?: { readonly level: StudentLevel; readonly fullTime?: boolean };
  readonly disability?: { readonly category?: DisabilityCategory; readonly grade: number };
  readonly disabilityCertificate?: string;
  readonly seriousIllness?: boolean;
  readonly labour?: Labour;
  readonly employment?: Employment;
  /** Able, but truly unable to find work: nothing is imputed. */
  readonly cannotFindWork?: boolean;
  readonly coResident?: boolean;
  readonly supportDuty?: boolean;
  readonly cannotLiveIndependently?: boolean;
  readonly inPrison?: boolean;
  readonly inCompulsoryIsolation?: boolean;
  readonly declaredMissing?: boolean;
  readonly religiousYearsApart?: number;
  readonly diedOn?: CivilDate;
  /** The office's own finding, which goes before the rules. */
  readonly counted?: boolean;
  readonly localHukou?: boolean;
  readonly residencePermit?: boolean;
  /** 建档立卡 / 防止返贫监测对象 */
  readonly registeredPoor?: boolean;
  readonly gotSeriousIllnessAid?: boolean;
  /** Cannot form a household of their own and is kept by the family. */
  readonly keptByFamily?: boolean;
  /** Named local ground for a case of one's own. */
  readonly localGround?: string;
  /** Applies alone; when no member says so, everyone who could is shown. */
  readonly appliesAlone?: boolean;
  /** Further features for increments, e.g. `pregnant`, `singleParent`. */
  readonly features?: readonly string[];
}

export type CostKind = 'employment' | 'business' | 'tax' | 'socialInsurance' | 'supportPaid';

export interface Income extends Amounted {
  readonly member?: string;
  readonly kind: IncomeKind;
  /** Costs of the same period, as yuan strings. */
  readonly costs?: { readonly [kind in CostKind]?: string };
  /** Regular in amount, for the re-check interval. */
  readonly fixed?: boolean;
  /** Who pays support received. */
  readonly payer?: { readonly relation?: Relation; readonly age?: number };
  readonly label?: string;
  readonly evidence?: string;
}

export interface Expense extends Amounted {
  readonly member?: string;
  readonly kind: ExpenseKind;
  readonly label?: string;
  readonly evidence?: string;
}

/** Someone outside the household with a duty to support a member (赡养、抚养、扶养义务人). */
export interface SupportObligor {
  readonly for?: readonly string[];
  readonly obligor?: string;
  /** Agreed or adjudged sum per supported person; else the formula on the obligor's household. */
  readonly agreed?: Amounted;
  readonly householdIncome?: Amounted;
  readonly persons?: number;
  readonly supported?: number;
  /** No ability to support (低保, 特困, severely disabled …). */
  readonly unable?: boolean;
  readonly payer?: { readonly relation?: Relation; readonly age?: number };
  readonly evidence?: string;
}

export interface Asset {
  readonly member?: string;
  readonly kind: AssetKind;
  /** Yuan; for a company the yearly net profit. */
  readonly value?: string;
  readonly count?: number;
  /** Day last bought or used (vehicles, machinery); absent = in use now. */
  readonly date?: CivilDate;
  /** Necessity for living or production. */
  readonly exempt?: boolean;
  readonly label?: string;
  readonly evidence?: string;
}

/** A household in benefit whose income rose by work: may it leave by steps (救助渐退), granted on the day of the assessment? */
export interface GradualExitFacts {
  readonly reason: 'employment' | 'business';
  readonly months: number;
  /** Yuan a month, the last full benefit. */
  readonly lastBenefit: string;
  readonly earlierExits?: number;
  readonly registeredPoor?: boolean;
}

export interface AssessmentInput {
  /** Whose rules; those of 低保 where absent. */
  readonly programme?: 'tekun';
  readonly date: CivilDate;
  readonly division: string;
  readonly area: Area;
  readonly members: readonly Member[];
  readonly incomes?: readonly Income[];
  readonly expenses?: readonly Expense[];
  readonly support?: readonly SupportObligor[];
  readonly assets?: readonly Asset[];
  readonly gradualExit?: GradualExitFacts;
  readonly overrides?: { readonly [id: string]: unknown };
}
