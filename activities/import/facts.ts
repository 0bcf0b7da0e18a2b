import type { Prisma } from '../../generated/prisma/client';
import type { CivilDate } from '../../domain/civil-date';
import type { FactContent, FactKind, OpenFact } from '../../store/cases/facts';
import { memberFact } from '../../store/cases/submission/rules-input';
import { uuidOf } from '../../store/uuid';
import type { Household } from './household';
import type { EnrolledPerson } from './persons';
import type { ImportDay } from './rows';

interface Item {
  readonly kind: FactKind;
  readonly personId: string;
  readonly content: FactContent[FactKind];
}

interface Place {
  readonly caseId: string;
  readonly householdId: string;
  readonly day: ImportDay;
}

const itemsOf = ({ application }: Household, enrolled: readonly EnrolledPerson[], on: CivilDate): readonly Item[] => {
  const ids = new Map(enrolled.map(({ member, personId }) => [member.ref, personId]));
  const idOf = (ref: string): string => ids.get(ref) ?? ref;
  const sums = (
    kind: 'income' | 'expense',
    list: readonly (FactContent['income'] | FactContent['expense'])[],
  ): Item[] =>
    list.map((content) => ({
      kind,
      personId: idOf(content.member ?? ''),
      content: { ...content, member: idOf(content.member ?? '') },
    }));
  return [
    ...enrolled.map(({ member, personId }): Item => ({
      kind: 'member',
      personId,
      content: memberFact(member, idOf, on),
    })),
    ...sums('income', application.incomes ?? []),
    ...sums('expense', application.expenses ?? []),
  ];
};

/** One fact for each member and each sum, in force from the day of the import; opened and as rows. */
export const factRows = (
  household: Household,
  enrolled: readonly EnrolledPerson[],
  { caseId, householdId, day }: Place,
): { readonly facts: readonly OpenFact[]; readonly rows: readonly Prisma.FactCreateManyInput[] } => {
  const facts = itemsOf(household, enrolled, day.on).map((item, index): OpenFact => ({
    ...item,
    id: uuidOf(caseId, 'fact', index),
  }));
  const rows = facts.map(({ id, kind, personId, content }) => ({
    id,
    caseId,
    householdId,
    personId,
    kind,
    contentEnc: day.cipher.sealJson('fact', 'content_enc', id, content),
    validFrom: day.on,
    recordedAt: new Date(day.at),
  }));
  return { facts, rows };
};
