import type { Client } from 'pg';
import { checkDigitHolds } from '../../../domain/payments/accounts';
import { createFieldCipher } from '../../../store/crypto';
import { testKeyRing } from '../../support/key-ring';

/** A card number that follows from a text of digits, with its check digit. */
export const cardNumber = (digits: string): string =>
  ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']
    .map((last) => `621799${digits}${last}`)
    .find((number) => checkDigitHolds(number))!;

/** Closes the number of every account that has none yet; the number follows from place and household. */
export const sealCards = async (owner: Client): Promise<void> => {
  const cipher = createFieldCipher(testKeyRing());
  const { rows } = await owner.query<{ id: string; digits: string }>(
    `select a.id, left(c.division, 9) || lpad(split_part(c.number, '-', 3), 3, '0') as digits
     from card_account a join "case" c on c.id = a.case_id where a.number_enc = 'sealed'`,
  );
  const sealed = rows.map(({ id, digits }) =>
    cipher.seal({ table: 'card_account', column: 'number_enc', row: id }, Buffer.from(cardNumber(digits))),
  );
  await owner.query(
    `update card_account a set number_enc = s.sealed from unnest($1::uuid[], $2::bytea[]) as s (id, sealed) where a.id = s.id`,
    [rows.map(({ id }) => id), sealed],
  );
};
