import type { Prisma } from '../../generated/prisma/client';
import { programmeNames, programmes, type Programme } from '../../domain/lifecycle/programmes';
import { openCasesOf } from '../../store/cases/submission/duplicates';
import { bornAs } from '../../store/cases/submission/identity';
import type { FieldCipher } from '../../store/crypto';
import { uuidOf } from '../../store/uuid';
import type { Tell } from './findings';
import type { Household, Member } from './household';
import { caseIdOf } from './ids';
import type { CivilDate } from '../../domain/civil-date';

type Tx = Prisma.TransactionClient;

/** A member with their row: one that is there, or the one that will be made. */
export interface EnrolledPerson {
  readonly member: Member;
  readonly personId: string;
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
  readonly known: boolean;
}

export const personRow = (
  cipher: FieldCipher,
  { member, personId, birthDate, sex }: EnrolledPerson,
): Prisma.PersonCreateManyInput => ({
  id: personId,
  name: member.name,
  birthDate,
  sex,
  idIndex: member.idNumber ? cipher.blindIndex(member.idNumber) : null,
  idNumberEnc: member.idNumber ? cipher.sealJson('person', 'id_number_enc', personId, member.idNumber) : null,
});

const keyOf = (index: Uint8Array | null): string => Buffer.from(index ?? []).toString('hex');

/** Finds the people of a batch who are on file, by the blind index of their numbers, and holds them for the transaction. */
export const enrolBatch = async (
  tx: Tx,
  cipher: FieldCipher,
  on: CivilDate,
  households: readonly Household[],
  tell: Tell,
): Promise<ReadonlyMap<Household, readonly EnrolledPerson[]>> => {
  const indexes = households.flatMap(({ application }) =>
    application.members.map(({ idNumber }) => cipher.blindIndex(idNumber ?? '')),
  );
  const rows = await tx.person.findMany({
    where: { idIndex: { in: indexes } },
    select: { id: true, name: true, idIndex: true },
  });
  const known = new Map(rows.map((row) => [keyOf(row.idIndex), row]));
  return new Map(
    households.map((household) => {
      const caseId = caseIdOf(household);
      const enrolled = household.application.members.map((member, index): EnrolledPerson => {
        const found = known.get(keyOf(cipher.blindIndex(member.idNumber ?? '')));
        if (found && found.name !== member.name)
          tell(
            household.lines[index] ?? 0,
            '姓名',
            `与系统原有姓名“${found.name}”不一致,保留系统原有姓名,请核实`,
            'warning',
          );
        const { birthDate = '', sex = 'male' } = bornAs(member, on);
        return {
          member,
          personId: found?.id ?? uuidOf(caseId, 'person', member.ref),
          birthDate,
          sex,
          known: found !== undefined,
        };
      });
      return [household, enrolled];
    }),
  );
};

/** Numbers of the open cases of each programme, by person. */
const openByProgramme = async (tx: Tx, personIds: readonly string[]) => {
  const open: { readonly programme: Programme; readonly numbers: ReadonlyMap<string, string> }[] = [];
  if (personIds.length === 0) return open;
  for (const programme of programmeNames) {
    const cases = await openCasesOf(tx, personIds, programme);
    open.push({ programme, numbers: new Map(cases.map(({ personId, number }) => [personId, number])) });
  }
  return open;
};

/**
 * Whoever is in an open case already cannot be taken over into another of the same programme; of another programme it is
 * told, and the guards of payment hold what excludes each other. Answers the households that are free.
 */
export const refuseTaken = async (
  tx: Tx,
  enrolled: ReadonlyMap<Household, readonly EnrolledPerson[]>,
  tell: Tell,
): Promise<readonly Household[]> => {
  const known = [...enrolled.values()].flat().filter((one) => one.known);
  const open = await openByProgramme(
    tx,
    known.map(({ personId }) => personId),
  );
  return [...enrolled].flatMap(([household, people]) => {
    let taken = false;
    people.forEach(({ personId }, index) => {
      for (const { programme, numbers } of open) {
        const number = numbers.get(personId);
        if (number === undefined) continue;
        const own = programme === household.application.programme;
        const says = own
          ? `已在未办结的案件${number}中`
          : `已在未办结的${programmes[programme].label}案件${number}中;两项不能同时享受的,发放时暂缓,请核实后停止其中一项`;
        tell(household.lines[index] ?? 0, '身份证号', says, own ? 'error' : 'warning');
        taken ||= own;
      }
    });
    return taken ? [] : [household];
  });
};
