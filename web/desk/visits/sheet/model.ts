import type { ChecklistAnswer, ChecklistItem } from '../../../../domain/visits/checklist';
import type { FactContent, FindingKind } from '../../../../domain/visits/findings';

/** What was found of a known fact. */
export type FactAnswer =
  { readonly is: 'same' } | { readonly is: 'gone' } | { readonly is: 'changed'; readonly content: FactContent };

export interface AddedFact {
  readonly id: string;
  readonly kind: FindingKind;
  readonly content: FactContent;
}

export interface LineAnswer {
  readonly answer: 'agreed' | 'disputed';
  readonly note?: string;
}

/** A line as it was read out and what the household said to it. */
export interface SaidLine extends LineAnswer {
  readonly says: string;
  readonly clause?: string;
}

/** The sum as it was signed: later changes of the facts do not change it, they ask for a new one. */
export interface SignedSum {
  readonly on: string;
  readonly eligibility: string;
  readonly monthly: string;
  readonly lines: readonly SaidLine[];
  /** Picture of the signature. */
  readonly signature: string;
  /** What it rests on (missing.ts). */
  readonly found: string;
}

export interface Household {
  readonly personId?: string;
  readonly manner: 'signature' | 'thumbprint';
  readonly witness?: string;
}

/** All that is filled in at the home. Pictures are named by their ids in the vault. */
export interface Sheet {
  readonly visitedOn: string;
  readonly second: { readonly staffId?: string; readonly name?: string };
  readonly photos: readonly string[];
  readonly facts: Readonly<Record<string, FactAnswer>>;
  readonly added: readonly AddedFact[];
  readonly checklist: Readonly<
    Partial<Record<ChecklistItem, { readonly answer: ChecklistAnswer; readonly note?: string }>>
  >;
  readonly lines: Readonly<Record<string, LineAnswer>>;
  readonly sum?: SignedSum | undefined;
  readonly findings: string;
  readonly household: Household;
  readonly signatures: Readonly<Partial<Record<'me' | 'second' | 'household', string | undefined>>>;
}

export type DraftState = 'filling' | 'waiting' | 'refused';

/** A visit on the phone, from the first word until the office has it. */
export interface Draft {
  readonly caseId: string;
  readonly owner: string;
  readonly applicantName: string;
  readonly state: DraftState;
  /** Of all its requests: a resend after a lost answer changes nothing. Another attempt after a refusal has another. */
  readonly key: string;
  readonly sheet: Sheet;
  /** What the office has already: the documents of pictures, the facts of changes as they were said. */
  readonly uploaded: Readonly<Record<string, string>>;
  readonly recorded: Readonly<Record<string, { readonly said: string; readonly factId: string }>>;
  /** Facts that change, fixed when the sheet is finished. */
  readonly changes: readonly FactChange[];
  readonly me: string;
  readonly refusal?: string;
}

export interface FactChange {
  readonly id: string;
  readonly kind: FindingKind;
  readonly content: FactContent;
  readonly personId?: string;
  readonly replaces?: string;
}

/** One visit of a case: its stage's or one matter's. */
export const visitId = ({ caseId, owner }: { readonly caseId: string; readonly owner: string }): string =>
  `${caseId}.${owner}`;

export const emptySheet = (visitedOn: string, personId: string | undefined): Sheet => ({
  visitedOn,
  second: {},
  photos: [],
  facts: {},
  added: [],
  checklist: {},
  lines: {},
  findings: '',
  household: { manner: 'signature', ...(personId === undefined ? {} : { personId }) },
  signatures: {},
});
