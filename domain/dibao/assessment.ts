import type { CivilDate, CivilMonth } from '../civil-date';
import type { ParameterSource, Term } from '../explain';
import type { Fen } from '../money';
import type { Rational } from '../rational';
import type { GradualExit } from './gradual-exit';
import type { Area } from './input';
import type { PropertyResult } from './property';
import type { RecheckCategory } from './recheck';
import type { GroundId } from './single-person-grounds';

/** What the household, or a person of it, is entitled to. */
export type Eligibility = 'wholeHousehold' | 'singlePerson' | 'marginalHousehold' | 'notEligible';
/** What the household is, whatever a single person of it may get. */
export type HouseholdStanding = 'wholeHousehold' | 'marginalHousehold' | 'notEligible';

export interface Beneficiary {
  readonly member: string;
  readonly monthly: Fen;
  /** Rural class (A, B, C) where the method has classes. */
  readonly class?: string;
  /** Of a single person only. */
  readonly ground?: GroundId;
  readonly clause?: string;
  readonly ownIncome?: Rational;
}

export interface MemberFinding {
  readonly member: string;
  readonly counted: boolean;
  readonly why: string;
  readonly clause: string;
  readonly assumed?: boolean;
}

export interface Basis {
  readonly ground: string;
  readonly clause: string;
  /** One Chinese sentence. */
  readonly text: string;
}

export interface Assessment {
  readonly date: CivilDate;
  readonly division: string;
  readonly area: Area;
  readonly eligibility: Eligibility;
  readonly household: HouseholdStanding;
  readonly basis: Basis;
  /** Chinese sentences in the order of reasoning. */
  readonly reasons: readonly string[];
  readonly members: readonly MemberFinding[];
  /** Number of counted members. */
  readonly persons: number;
  /** Exact fen a month. */
  readonly householdIncome: Rational;
  readonly perCapitaIncome: Rational;
  readonly standard: { readonly monthly: Rational; readonly source: ParameterSource };
  readonly method: string | undefined;
  /** Fen a month: the sum of the beneficiaries. */
  readonly monthly: Fen;
  readonly beneficiaries: readonly Beneficiary[];
  readonly property: readonly PropertyResult[];
  /** Answer to the gradual exit asked for. */
  readonly gradualExit?: GradualExit;
  readonly recheck: RecheckCategory;
  /** First month of payment if decided on the date; undefined where nobody is entitled. */
  readonly entitledFrom: CivilMonth | undefined;
  /** Terms of the group `amount` sum to `monthly`; those of `income` to `householdIncome`. */
  readonly terms: readonly Term[];
  readonly warnings: readonly string[];
}
