import type { PoolClient } from 'pg';
import type { FileLine } from '../../domain/payment-files/line';
import { subsidyOf } from '../../domain/payment-files/subsidies';
import type { FieldCipher } from '../crypto';

/** Rows in memory at a time. */
const AT_ONCE = 2_000;

interface LineRow {
  readonly id: string;
  readonly bank: string;
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

/** A line on its way with the bank that pays it; `position` is the file's to give. */
export interface SentLine {
  readonly bank: string;
  readonly line: Omit<FileLine, 'position'>;
}

const opened = (cipher: FieldCipher, row: LineRow): SentLine => ({
  bank: row.bank,
  line: {
    id: BigInt(row.id),
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
  },
});

/**
 * The sent lines of a run that stand in no file, bank by bank and always in the same order, a few thousand in memory at a
 * time. Card numbers are opened here and nowhere else on their way to the bank.
 */
export const sentLines = async function* (
  client: PoolClient,
  cipher: FieldCipher,
  runId: string,
): AsyncGenerator<SentLine> {
  await client.query(
    `declare sent_lines no scroll cursor for
     select l.id, a.bank, l.fen - l.withheld_fen as fen, l.programme, l.kind, l.month, a.holder_name as "holderName", a.id as "accountId",
       a.number_enc as "numberEnc", p.id as "personId", p.id_number_enc as "idNumberEnc"
     from payment_line l join card_account a on a.id = l.account_id left join person p on p.id = a.holder_person_id
     where l.run_id = '${runId}'::uuid and l.state = 'sent' and l.file_id is null
     order by a.bank, l.township, l.case_id, l.month, l.id`,
  );
  for (;;) {
    const { rows } = await client.query<LineRow>(`fetch ${AT_ONCE} from sent_lines`);
    for (const row of rows) yield opened(cipher, row);
    if (rows.length < AT_ONCE) break;
  }
  await client.query('close sent_lines');
};
