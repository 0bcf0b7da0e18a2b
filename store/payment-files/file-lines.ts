import type { PoolClient } from 'pg';
import type { FileLine } from '../../domain/payment-files/line';
import { subsidyOf } from '../../domain/payment-files/subsidies';
import type { FieldCipher } from '../crypto';

/** Rows in memory at a time. */
const AT_ONCE = 2_000;

interface LineRow {
  readonly id: string;
  readonly position: number;
  readonly fen: string;
  readonly programme: string;
  readonly kind: string;
  readonly month: string;
  readonly holderName: string;
  readonly accountId: string;
  readonly numberEnc: Buffer;
  readonly personId: string | null;
  readonly idNumberEnc: Buffer | null;
}

const opened = (cipher: FieldCipher, row: LineRow): FileLine => ({
  id: BigInt(row.id),
  position: row.position,
  holderName: row.holderName,
  idNumber:
    row.personId && row.idNumberEnc
      ? String(cipher.openJson('person', 'id_number_enc', row.personId, row.idNumberEnc))
      : '',
  cardNumber: cipher
    .open({ table: 'card_account', column: 'number_enc', row: row.accountId }, row.numberEnc)
    .toString('utf8'),
  fen: BigInt(row.fen),
  subsidy: subsidyOf(row.programme, row.kind),
  month: row.month,
});

/**
 * The lines of a file of the run by their position, a page in memory at a time, in the caller's transaction. Card numbers are
 * opened here and nowhere else on their way to the bank.
 * @throws Error where a place in the file is taken twice or not at all
 */
export const linesOfFile = async function* (
  client: PoolClient,
  cipher: FieldCipher,
  runId: string,
  fileId: string,
): AsyncGenerator<readonly FileLine[]> {
  await client.query(
    `declare file_lines no scroll cursor for
     select l.id, l.position, l.fen - l.withheld_fen as fen, l.programme, l.kind, l.month, a.holder_name as "holderName",
       a.id as "accountId", a.number_enc as "numberEnc", p.id as "personId", p.id_number_enc as "idNumberEnc"
     from payment_line l join card_account a on a.id = l.account_id left join person p on p.id = a.holder_person_id
     where l.run_id = $1::uuid and l.file_id = $2::uuid order by l.position`,
    [runId, fileId],
  );
  for (let place = 1, found = AT_ONCE; found === AT_ONCE;) {
    const { rows } = await client.query<LineRow>(`fetch ${AT_ONCE} from file_lines`);
    for (const { id, position } of rows) {
      if (position !== place) throw new Error(`line ${id} stands at ${position} of file ${fileId}, not at ${place}`);
      place += 1;
    }
    yield rows.map((row) => opened(cipher, row));
    found = rows.length;
  }
  await client.query('close file_lines');
};
