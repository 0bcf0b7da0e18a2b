import type { CivilDate } from '../civil-date';

export type Authority = 'county' | 'township';
export type DataCheck = 'none' | 'requested' | 'started' | 'consistent' | 'inconsistent' | 'disputed';

/** What an event tells the guards; written by the effect of its action. Ids, dates and codes only. */
export interface Summary {
  readonly personIds?: readonly string[];
  readonly staffIds?: readonly string[];
  readonly personId?: string;
  readonly on?: CivilDate;
  readonly outcome?: string;
  readonly assessmentId?: string;
  readonly people?: number;
  readonly signed?: boolean;
  readonly letterId?: string;
  readonly matterId?: string;
  readonly kind?: string;
  readonly to?: string;
  readonly from?: string;
  readonly note?: string;
  readonly months?: number;
  readonly decisionId?: string;
  /** The rural class that the office found. */
  readonly ruralClass?: string;
  /** Refusals of work in a row without good reason, this one included. */
  readonly count?: number;
  /** Why a matter was opened, where the rules ask. */
  readonly because?: string;
  readonly linkedCaseId?: string;
  /** Lines of the sum at the table that the household disputed. */
  readonly disputed?: number;
  /** The code of the emergency event in which the step was taken. */
  readonly emergency?: string;
}

/** What the guards need to know of one matter. */
export interface MatterFacts {
  readonly kind: string;
  readonly personId?: string;
  readonly assessedBy?: string | null;
  readonly assessmentId?: string;
  readonly outcome?: string;
  readonly proposedBy?: string | null;
  readonly endorsedBy?: string | null;
  readonly verifiedBy?: string | null;
  readonly visited: boolean;
  /** Of a transfer: where to. */
  readonly division?: string;
  /** Of a refusal of work: how many in a row. */
  readonly refusals?: number;
  readonly because?: string;
}

/** What the guards need to know of a case; folded from its events. */
export interface CaseFacts {
  readonly authority: Authority;
  readonly acceptedOn?: CivilDate;
  readonly adults: readonly string[];
  readonly authorised: readonly string[];
  /** Staff declared as near relatives: locked out. */
  readonly relatives: readonly string[];
  readonly forcedVisit: readonly ('relative' | 'complaint')[];
  readonly countyVisited: boolean;
  readonly supplementAsked: boolean;
  readonly investigationStarted: boolean;
  readonly investigators: readonly string[];
  readonly visitSigned: boolean;
  readonly dataCheck: DataCheck;
  readonly extended: boolean;
  readonly proposal?: { readonly kind: string; readonly by: string | null; readonly assessmentId: string };
  readonly endorsedBy?: string | null;
  /** The rural class found last, kept until another is found. */
  readonly ruralClass?: string;
  readonly posted: boolean;
  readonly noticeComplete: boolean;
  readonly reviewedBy?: string | null;
  readonly undelivered: readonly string[];
  /** The re-check now due was put off by an emergency event: once is enough. */
  readonly recheckDeferred: boolean;
  readonly matters: Readonly<Record<string, MatterFacts>>;
}

export interface ToldEvent {
  readonly action: string;
  readonly owner: string;
  readonly actorId: string | null;
  readonly summary: Summary;
}

export type CaseStart = Pick<CaseFacts, 'authority' | 'adults' | 'relatives'>;

export const noFacts = (start: CaseStart): CaseFacts => ({
  ...start,
  authorised: [],
  forcedVisit: start.relatives.length > 0 ? ['relative'] : [],
  countyVisited: false,
  supplementAsked: false,
  investigationStarted: false,
  investigators: [],
  visitSigned: false,
  dataCheck: 'none',
  extended: false,
  posted: false,
  noticeComplete: false,
  undelivered: [],
  recheckDeferred: false,
  matters: {},
});
