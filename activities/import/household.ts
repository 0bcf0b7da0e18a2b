import type { Application, ApplicationMember } from '../../store/cases/submission/types';
import type { CivilDate, CivilMonth } from '../../domain/civil-date';

/** A household of the file, read and checked on its own. */
export interface Household {
  readonly number: string;
  /** Its first line. */
  readonly line: number;
  /** Line of each member, in the order of `application.members`. */
  readonly lines: readonly number[];
  readonly application: Application;
  /** The members who benefit, by `ref`. */
  readonly beneficiaries: readonly string[];
  readonly benefit: Benefit;
  readonly checkedOn?: CivilDate;
  /** Of everything that was read: another content is another hash. */
  readonly hash: string;
}

/** What the household gets now, as the file says; without `monthly` the rules decide. */
export interface Benefit {
  readonly fromMonth?: CivilMonth;
  readonly monthly?: string;
  readonly ruralClass?: 'A' | 'B' | 'C';
}

export type Member = ApplicationMember;
