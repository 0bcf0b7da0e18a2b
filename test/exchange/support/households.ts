import { randomUUID } from 'node:crypto';
import { checkCharacterOf } from '../../../domain/identity/id-number';
import type { Store } from '../../../store/client';

/** An invented person's number, right in its check character. */
export const idNumberOf = (n: number): string => {
  const digits = `539900196001${String((n % 28) + 1).padStart(2, '0')}${String(n).padStart(3, '0')}`;
  return digits + checkCharacterOf(digits);
};

export interface Entitled {
  readonly caseId: string;
  readonly personId: string;
  readonly decisionId: string;
  readonly number: string;
  readonly idNumber: string;
}

interface Given {
  readonly n: number;
  readonly division?: string;
  readonly name?: string;
  readonly decidedOn?: string;
  readonly fromMonth?: string;
  readonly fen?: bigint;
  /** Without it the person has no number on file. */
  readonly identified?: boolean;
}

/** A household of one in benefit, with the decision behind it. */
export const entitle = async (store: Store, given: Given): Promise<Entitled> => {
  const { n, division = '530581001000', decidedOn = '2026-05-20', fromMonth = '2026-06', fen = 38_000n } = given;
  const [caseId, householdId, personId, decisionId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const [idNumber, name, number] = [idNumberOf(n), given.name ?? `测试${n}`, `${division.slice(0, 6)}-2026-${n}`];
  const at = new Date(`${decidedOn}T02:00:00Z`);
  await store.prisma.$transaction(async (tx) => {
    await tx.person.create({
      data: {
        id: personId,
        name,
        birthDate: '1960-01-01',
        sex: 'male',
        ...(given.identified === false
          ? {}
          : {
              idNumberEnc: store.cipher.sealJson('person', 'id_number_enc', personId, idNumber),
              idIndex: store.cipher.blindIndex(idNumber),
            }),
      },
    });
    await tx.household.create({ data: { id: householdId, division, area: 'rural' } });
    await tx.caseScope.create({ data: { id: randomUUID(), caseId, division, validFrom: '2020-01-01' } });
    await tx.case.create({
      data: {
        id: caseId,
        number,
        programme: 'dibao',
        division,
        area: 'rural',
        householdId,
        applicantId: personId,
        applicantName: name,
        memberCount: 1,
        stage: 'benefiting',
        submittedAt: at,
        stageSince: at,
        snapshot: {},
        members: { create: { personId, relation: 'applicant' } },
      },
    });
    await tx.decision.create({
      data: {
        id: decisionId,
        caseId,
        kind: 'confirm',
        decidedOn,
        authority: 'county',
        division,
        reasons: '家庭月人均收入低于当地标准',
        createdAt: at,
      },
    });
    await tx.entitlement.create({
      data: {
        id: randomUUID(),
        caseId,
        programme: 'dibao',
        fromMonth,
        monthlyFen: fen,
        decisionId,
        components: { create: [{ personId, fen }] },
      },
    });
  });
  return { caseId, personId, decisionId, number, idNumber };
};
