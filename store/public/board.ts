import type { Tx } from '../with-scope';

/** A notice as the village's board has it. `applicant` is null for a minor. */
export interface BoardNotice {
  readonly caseId: string;
  /** The posting's place among the case's events: a notice that is posted again is another one. */
  readonly round: number;
  /** False once somebody has objected. */
  readonly running: boolean;
  readonly programme: string;
  readonly division: string;
  readonly applicant: string | null;
  readonly people: number;
  readonly ruralClass: string | null;
  readonly monthlyFen: bigint;
  readonly postedOn: string | null;
  /** Null while the working days it ends by are not published. */
  readonly dueAt: Date | null;
}

export type BoardRecipient = Pick<BoardNotice, 'programme' | 'division' | 'applicant' | 'people' | 'monthlyFen'>;

/** Notices of all that lies under a division; needs no scope (ADR 7: a function that answers one question). */
export const boardNotices = (tx: Tx, division: string): Promise<BoardNotice[]> =>
  tx.$queryRaw<BoardNotice[]>`
    select case_id as "caseId", round, running, programme, division, applicant, people, rural_class as "ruralClass",
      monthly_fen as "monthlyFen", posted_on as "postedOn", due_at as "dueAt"
    from public_notices(${division})`;

/** One row more than `most` is read by the caller to know whether there is a next page. */
export const boardRecipients = (tx: Tx, division: string, most: number, after: number): Promise<BoardRecipient[]> =>
  tx.$queryRaw<BoardRecipient[]>`
    select programme, division, applicant, people, monthly_fen as "monthlyFen"
    from public_recipients(${division}, ${most}::int, ${after}::int)`;
