import type { ExchangeRecord, Kind } from '../../domain/exchange/kinds';
import type { FieldCipher } from '../crypto';
import type { Sql } from '../sql';

/** What the other system has of a key by its last acceptance. */
export interface ReceiptedRow {
  readonly id: string;
  readonly key: string;
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly title: string;
  readonly hash: string;
  readonly removed: boolean;
  readonly theirNumber: string | null;
  readonly answeredOn: string | null;
  readonly answeredAt: Date;
}

const LAST = `
  select distinct on (key) id::text as id, key, case_id::text as "caseId", person_id::text as "personId", title, content_hash as hash,
    change = 'removed' as removed, their_number as "theirNumber", answered_on as "answeredOn", answered_at as "answeredAt"
  from exchange_item where county = $1 and kind = $2 and state = 'accepted' and ($3::uuid is null or case_id = $3::uuid)
  order by key, answered_at desc, id desc`;

export const receiptedOf = async (
  sql: Sql,
  { county, kind, caseId }: { readonly county: string; readonly kind: Kind; readonly caseId?: string },
): Promise<ReadonlyMap<string, ReceiptedRow>> => {
  const { rows } = await sql.query<ReceiptedRow>(LAST, [county, kind, caseId ?? null]);
  return new Map(rows.map((row) => [row.key, row]));
};

/** The contents of rows that were handed up, by their ids. */
export const contentsOf = async (
  { sql, cipher }: { readonly sql: Sql; readonly cipher: FieldCipher },
  ids: readonly string[],
): Promise<ReadonlyMap<string, ExchangeRecord>> => {
  const { rows } = await sql.query<{ id: string; sealed: Uint8Array }>(
    'select id::text as id, content_enc as sealed from exchange_item where id = any($1::uuid[])',
    [[...ids]],
  );
  return new Map(
    rows.map(({ id, sealed }) => [id, cipher.openJson('exchange_item', 'content_enc', id, sealed) as ExchangeRecord]),
  );
};

/** Rows that came back or could not be sent and still wait for their correction. */
export const openWorkOf = async (
  sql: Sql,
  { county, kind }: { readonly county: string; readonly kind: Kind },
): Promise<readonly { readonly id: string; readonly key: string; readonly hash: string }[]> => {
  const { rows } = await sql.query<{ id: string; key: string; hash: string }>(
    `select id::text as id, key, content_hash as hash from exchange_item where county = $1 and kind = $2 and work = 'open'`,
    [county, kind],
  );
  return rows;
};
