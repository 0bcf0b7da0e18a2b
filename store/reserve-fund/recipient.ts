import { birthDateOf, sexOf } from '../../domain/identity';
import type { FieldCipher } from '../crypto';
import { newId } from '../uuid';
import type { Tx } from '../with-scope';

/**
 * The person entry of whoever is given something, by ID number: the one on file, also where other offices' cases are out of
 * sight, or a new one. Undefined: the number is on file with another name.
 */
export const enrolRecipient = async (
  tx: Tx,
  cipher: FieldCipher,
  { name, idNumber }: { readonly name: string; readonly idNumber: string },
): Promise<string | undefined> => {
  const id = newId();
  const number = cipher.sealJson('person', 'id_number_enc', id, idNumber);
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`
    select id, name from enrol_person(${id}::uuid, ${name}, ${birthDateOf(idNumber)}, ${sexOf(idNumber)},
      ${cipher.blindIndex(idNumber)}, ${number}, null::bytea)`;
  const [found] = rows;
  return found?.name === name ? found.id : undefined;
};

export const tailOf = (idNumber: string): string => idNumber.slice(-4);
