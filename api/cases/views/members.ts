import type { z } from 'zod';
import { ageOn, type CivilDate } from '../../../domain/civil-date';
import type { CaseFacts } from '../../../domain/lifecycle/facts';
import { maskIdNumber } from '../../../domain/mask';
import type { FieldCipher } from '../../../store/crypto';
import type { Tx } from '../../deps';
import type { CaseInScope } from '../access';
import type { MemberView } from './schema';

/** The members with their names; numbers masked. */
export const memberViews = async (
  tx: Tx,
  cipher: FieldCipher,
  row: CaseInScope,
  facts: CaseFacts,
  on: CivilDate,
): Promise<z.input<typeof MemberView>[]> => {
  const people = await tx.person.findMany({ where: { id: { in: row.members.map(({ personId }) => personId) } } });
  const byId = new Map(people.map((person) => [person.id, person]));
  const views = row.members.flatMap((member) => {
    const person = byId.get(member.personId);
    if (!person) return [];
    const { idNumberEnc } = person;
    return [
      {
        personId: person.id,
        name: person.name,
        relation: member.relation,
        age: ageOn(person.birthDate, person.diedOn ?? on),
        sex: person.sex,
        applicant: person.id === row.applicantId,
        beneficiary: member.beneficiary,
        mustAuthorise: member.mustAuthorise,
        authorised: facts.authorised.includes(person.id),
        idNumberMasked:
          idNumberEnc && maskIdNumber(String(cipher.openJson('person', 'id_number_enc', person.id, idNumberEnc))),
        diedOn: person.diedOn,
        leftOn: member.leftOn,
        leftBecause: member.leftBecause,
      },
    ];
  });
  return views.sort(
    (a, b) => Number(b.applicant) - Number(a.applicant) || b.age - a.age || (a.personId < b.personId ? -1 : 1),
  );
};
