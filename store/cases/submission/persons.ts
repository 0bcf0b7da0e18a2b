import { uuidOf } from '../../uuid';
import { bornAs } from './identity';
import type { ApplicationMember, Enrolled, Filing } from './types';

interface Known {
  readonly id: string;
  readonly name: string;
}

type Enrolling = Pick<Filing, 'tx' | 'cipher' | 'caseId' | 'on'>;

const sealed = ({ cipher }: Enrolling, column: string, id: string, value: string | undefined): Uint8Array | null =>
  value === undefined ? null : cipher.sealJson('person', column, id, value);

/**
 * The person with this ID number, locked until the transaction ends, or a new one. One person has one row in the whole
 * province, also where the other office's cases are out of sight: the function looks past row-level security.
 */
export const enrolPerson = async (filing: Enrolling, member: ApplicationMember): Promise<Known> => {
  const id = uuidOf(filing.caseId, 'person', member.ref);
  const { birthDate, sex } = bornAs(member, filing.on);
  const index = member.idNumber ? filing.cipher.blindIndex(member.idNumber) : null;
  const number = sealed(filing, 'id_number_enc', id, member.idNumber);
  const phone = sealed(filing, 'phone_enc', id, member.phone);
  const rows = await filing.tx.$queryRaw<Known[]>`
    select id, name from enrol_person(${id}::uuid, ${member.name}, ${birthDate}, ${sex}, ${index}, ${number}, ${phone})`;
  return rows[0]!;
};

/** Every member as a person. A name that differs from the one on file is kept out of it and told in a note. */
export const enrolPersons = async (
  filing: Filing,
): Promise<{ readonly enrolled: readonly Enrolled[]; readonly notes: readonly string[] }> => {
  const enrolled: Enrolled[] = [];
  const notes: string[] = [];
  // In the order of the index, so that two applications of one family never wait for each other in a circle.
  const ordered = [...filing.application.members].sort((a, b) => ((a.idNumber ?? '') < (b.idNumber ?? '') ? -1 : 1));
  for (const member of ordered) {
    const known = await enrolPerson(filing, member);
    enrolled.push({ member, personId: known.id, name: known.name });
    if (known.name !== member.name) {
      notes.push(`成员${member.ref}申请时填写的姓名“${member.name}”与系统原有姓名“${known.name}”不一致,请核实`);
    }
  }
  const order = filing.application.members.map(({ ref }) => ref);
  enrolled.sort((a, b) => order.indexOf(a.member.ref) - order.indexOf(b.member.ref));
  return { enrolled, notes };
};
