import type { Prisma } from '../../../generated/prisma/client';
import type { FactContent, FactKind } from '../facts';
import { uuidOf } from '../../uuid';
import { memberFact } from './rules-input';
import type { Enrolled, Filing } from './types';

interface Item {
  readonly kind: FactKind;
  readonly personId: string | null;
  readonly content: FactContent[FactKind];
}

/** Items of the application with `ref`s replaced by the ids of persons. */
const itemsOf = ({ application, on }: Filing, enrolled: readonly Enrolled[]): readonly Item[] => {
  const ids = new Map(enrolled.map(({ member, personId }) => [member.ref, personId]));
  const idOf = (ref: string): string => ids.get(ref) ?? ref;
  const ofMember =
    (kind: 'income' | 'expense' | 'asset') =>
    <Content extends { readonly member?: string }>(content: Content): Item => {
      const personId = content.member === undefined ? null : idOf(content.member);
      return {
        kind,
        personId,
        content: { ...content, ...(personId && { member: personId }) } as unknown as FactContent[FactKind],
      };
    };
  return [
    ...enrolled.map(({ member, personId }): Item => ({
      kind: 'member',
      personId,
      content: memberFact(member, idOf, on),
    })),
    ...(application.incomes ?? []).map(ofMember('income')),
    ...(application.expenses ?? []).map(ofMember('expense')),
    ...(application.assets ?? []).map(ofMember('asset')),
    ...(application.support ?? []).map((content): Item => ({
      kind: 'support',
      personId: null,
      content: { ...content, ...(content.for && { for: content.for.map(idOf) }) },
    })),
  ];
};

/** Each item of the application becomes one fact, in force from the day of submission. */
export const recordFacts = async (
  filing: Filing,
  householdId: string,
  enrolled: readonly Enrolled[],
): Promise<void> => {
  const { tx, cipher, caseId, on, submittedAt, submittedBy } = filing;
  const data = itemsOf(filing, enrolled).map(({ kind, personId, content }, index): Prisma.FactCreateManyInput => {
    const id = uuidOf(caseId, 'fact', index);
    const contentEnc = cipher.sealJson('fact', 'content_enc', id, content);
    return {
      id,
      caseId,
      householdId,
      personId,
      kind,
      contentEnc,
      validFrom: on,
      recordedAt: submittedAt,
      recordedBy: submittedBy,
    };
  });
  await tx.fact.createMany({ data });
};
