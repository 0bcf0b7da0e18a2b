import { nothingLeft, type FactContent, type FindingKind } from '../../../../domain/visits/findings';
import { factTables } from '../../facts/fields';
import type { FactChange, Sheet } from './model';

/** A fact of last time as the pack has it. */
export interface KnownFact {
  readonly id: string;
  readonly kind: string;
  readonly personId: string | null;
  readonly content: FactContent;
}

export interface VisitedFact extends KnownFact {
  readonly kind: FindingKind;
}

const visited: ReadonlySet<string> = new Set(factTables.map(({ kind }) => kind));

/** Facts that are asked about at the home; what a member is like is asked at the office. */
export const askedFacts = (facts: readonly KnownFact[]): readonly VisitedFact[] =>
  facts.filter((fact): fact is VisitedFact => visited.has(fact.kind));

/** The member stands beside the content, never in it. */
const split = ({ member, ...content }: FactContent) => ({
  content,
  ...(typeof member === 'string' ? { personId: member } : {}),
});

/** What goes to the file: only what is different from last time. */
export const changesOf = (
  sheet: Pick<Sheet, 'facts' | 'added'>,
  facts: readonly KnownFact[],
): readonly FactChange[] => [
  ...askedFacts(facts).flatMap(({ id, kind, personId, content }): FactChange[] => {
    const answer = sheet.facts[id];
    if (!answer || answer.is === 'same') return [];
    const now = answer.is === 'gone' ? nothingLeft(kind, content) : answer.content;
    const whose = personId === null ? {} : { personId };
    return [{ id, kind, replaces: id, ...whose, ...split(now) }];
  }),
  ...sheet.added.map(({ id, kind, content }) => ({ id, kind, ...split(content) })),
];
