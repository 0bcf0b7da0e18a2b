import { createHash } from 'node:crypto';
import type { Fact, Prisma } from '../../generated/prisma/client';
import type { CivilDate } from '../../domain/civil-date';
import type { Area, Asset, AssessmentInput, Expense, Income, Member, SupportObligor } from '../../domain/dibao/input';
import type { FieldCipher } from '../crypto';

type Tx = Prisma.TransactionClient;

/** Each fact is one item of the assessment's input; persons are named by their id. */
export type FactContent = {
  readonly member: Member;
  readonly income: Income;
  readonly expense: Expense;
  readonly support: SupportObligor;
  readonly asset: Asset;
};
export type FactKind = keyof FactContent;
export const factKinds = ['member', 'income', 'expense', 'support', 'asset'] as const satisfies readonly FactKind[];

export interface OpenFact {
  readonly id: string;
  readonly kind: FactKind;
  readonly personId: string | null;
  readonly content: FactContent[FactKind];
}

const opened = (cipher: FieldCipher, fact: Fact): OpenFact => ({
  id: fact.id,
  kind: fact.kind as FactKind,
  personId: fact.personId,
  content: cipher.openJson('fact', 'content_enc', fact.id, fact.contentEnc) as FactContent[FactKind],
});

/** The facts in force now, decrypted. */
export const presentFacts = async (tx: Tx, cipher: FieldCipher, caseId: string): Promise<readonly OpenFact[]> =>
  (
    await tx.fact.findMany({ where: { caseId, supersededAt: null }, orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] })
  ).map((fact) => opened(cipher, fact));

/** Changes whenever a fact or a member does: the mark by which a stale assessment is known. */
export const factsHash = (facts: readonly { readonly id: string }[], personIds: readonly string[]): string =>
  createHash('sha256')
    .update([...facts.map(({ id }) => id), ...personIds].sort().join())
    .digest('hex');

interface Household {
  readonly id: string;
  readonly programme: string;
  readonly division: string;
  readonly area: string;
  readonly members: readonly { readonly personId: string; readonly relation: string; readonly leftOn: string | null }[];
}

type People = readonly { readonly id: string; readonly birthDate: string; readonly sex: string }[];

/** The rules' input from what is known: who is in the household and the facts about them. */
export const composeInput = (
  household: Household,
  facts: readonly OpenFact[],
  people: People,
  on: CivilDate,
): { readonly input: AssessmentInput; readonly hash: string } => {
  const present = household.members.filter(({ leftOn }) => !leftOn);
  const ids = present.map(({ personId }) => personId);
  const of = <Kind extends FactKind>(kind: Kind) =>
    facts
      .filter((fact) => fact.kind === kind && (!fact.personId || ids.includes(fact.personId)))
      .map(({ id, content }) => ({ ...(content as FactContent[Kind]), evidence: id }));
  const described = new Map(of('member').map((member) => [member.id, member]));
  const members = present.map(({ personId, relation }): Member => {
    const person = people.find(({ id }) => id === personId);
    const { evidence: _evidence, ...known } = described.get(personId) ?? { id: personId, evidence: '' };
    return {
      ...known,
      id: personId,
      relation: relation as Member['relation'],
      ...(person && { birthDate: person.birthDate, sex: person.sex as 'male' | 'female' }),
    };
  });
  const assets = of('asset');
  return {
    hash: factsHash(facts, ids),
    input: {
      ...(household.programme === 'tekun' && { programme: 'tekun' as const }),
      date: on,
      division: household.division,
      area: household.area as Area,
      members,
      incomes: of('income'),
      expenses: of('expense'),
      support: of('support'),
      assets,
    },
  };
};

/** The rules' input for a case on a day. */
export const assessmentInput = async (
  tx: Tx,
  cipher: FieldCipher,
  household: Household,
  on: CivilDate,
): Promise<{ readonly input: AssessmentInput; readonly hash: string }> => {
  const facts = await presentFacts(tx, cipher, household.id);
  const ids = household.members.filter(({ leftOn }) => !leftOn).map(({ personId }) => personId);
  const people = await tx.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, birthDate: true, sex: true },
  });
  return composeInput(household, facts, people, on);
};
