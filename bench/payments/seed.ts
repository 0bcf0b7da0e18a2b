import type { Pool } from 'pg';
import { childrenOf } from '../../domain/divisions';
import { checkDigitHolds } from '../../domain/payments/accounts';
import type { FieldCipher } from '../../store/crypto';
import { progress } from '../lib/report';

const AT_ONCE = 20_000;
/** Fen a month, different from household to household so that sums tell more than counts. */
const FEN = '20000 + (n % 37) * 100';

/** As an id is written: an md5 with the marks of version 4. */
const idOf = (what: string): string =>
  `overlay(overlay(md5('${what}' || n) placing '4' from 13) placing '8' from 17)::uuid`;

const ROWS = `
  create temp table bench_new on commit drop as
  select n, ${idOf('case')} as id, ${idOf('household')} as household, ${idOf('person')} as person, ${idOf('entitlement')} as entitlement,
    ($3::text[])[1 + (n % cardinality($3::text[]))] as town, '领取人' || n as name, card.id as card, card.sealed, card.tag, card.tail
  from generate_series($1::int, $2::int) n
  join unnest($4::int[], $5::uuid[], $6::bytea[], $7::bytea[], $8::text[]) as card (number, id, sealed, tag, tail) on card.number = n`;

/** Triggers tell of each change and check what these statements keep: switched off for this transaction. */
const QUIET = 'set local session_replication_role = replica';

const inserts = [
  `insert into household (id, division, area) select household, town || '000', 'rural' from bench_new`,
  `insert into person (id, name, birth_date, sex) select person, name, '1960-01-01', 'female' from bench_new`,
  `insert into case_scope (id, case_id, division, valid_from) select gen_random_uuid(), id, town || '000', '2020-01-01' from bench_new`,
  `insert into "case" (id, number, programme, division, area, household_id, applicant_id, applicant_name, member_count, stage,
     submitted_at, stage_since, snapshot, monthly_fen, engine_started_at)
   select id, left(town, 6) || '-P-' || n, 'dibao', town || '000', 'rural', household, person, name, 1, 'benefiting',
     '2020-01-01', '2020-01-01', '{}', ${FEN}, '2020-01-01' from bench_new`,
  `insert into case_member (case_id, person_id, relation) select id, person, 'applicant' from bench_new`,
  `insert into entitlement (id, case_id, programme, from_month, monthly_fen, decision_id)
   select entitlement, id, 'dibao', '2026-01', ${FEN}, gen_random_uuid() from bench_new`,
  `insert into entitlement_component (entitlement_id, person_id, fen) select entitlement, person, ${FEN} from bench_new`,
  `insert into card_account (id, case_id, holder_person_id, holder_name, bank, number_enc, number_index, number_tail, number_valid, state, created_at)
   select card, id, person, name, case when n % 3 = 0 then 'postal' else 'ruralCredit' end, sealed, tag, tail, true, 'approved', '2020-01-01' from bench_new`,
  `insert into account_use (number_index, households) select tag, 1 from bench_new`,
];

/** Completed by the one digit that makes it well-formed. */
const withCheckDigit = (digits: string): string =>
  digits + [...'0123456789'].find((digit) => checkDigitHolds(digits + digit));

const cardOf = (cipher: FieldCipher, n: number) => {
  const id = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const number = withCheckDigit(`621799${String(n).padStart(12, '0')}`);
  return {
    n,
    id,
    sealed: cipher.seal({ table: 'card_account', column: 'number_enc', row: id }, Buffer.from(number, 'utf8')),
    tag: cipher.blindIndex(number),
    tail: number.slice(-4),
  };
};

/** The townships of so many counties, county by county. */
export const placesOf = (
  counties: number,
): readonly { readonly county: string; readonly townships: readonly string[] }[] =>
  childrenOf('53')
    .flatMap(({ code }) => childrenOf(code))
    .slice(0, counties)
    .map(({ code }) => ({ county: code, townships: childrenOf(code).map((township) => township.code) }));

/** Households in force since the beginning of a year, each with its sealed card, spread over the townships. */
export const seedHouseholds = async (
  pool: Pool,
  cipher: FieldCipher,
  { count, townships }: { readonly count: number; readonly townships: readonly string[] },
): Promise<void> => {
  const client = await pool.connect();
  try {
    for (let first = 1; first <= count; first += AT_ONCE) {
      const last = Math.min(first + AT_ONCE - 1, count);
      const cards = Array.from({ length: last - first + 1 }, (_, index) => cardOf(cipher, first + index));
      await client.query('begin');
      await client.query(QUIET);
      await client.query(ROWS, [
        first,
        last,
        townships,
        cards.map(({ n }) => n),
        cards.map(({ id }) => id),
        cards.map(({ sealed }) => sealed),
        cards.map(({ tag }) => tag),
        cards.map(({ tail }) => tail),
      ]);
      for (const insert of inserts) await client.query(insert);
      await client.query('commit');
      progress(`${last} households`);
    }
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    client.release();
  }
};

/** The counties pay with this system from that month on, by files of that format and with money for whatever comes. */
export const beginToPay = async (
  pool: Pool,
  counties: readonly string[],
  month: string,
  format: string,
): Promise<void> => {
  const values = Object.entries({ firstMonth: month, format });
  await pool.query(
    `insert into parameter_entry (id, parameter, division, valid_from, value, reference, state, maker_id, created_at, checked_at)
     select gen_random_uuid(), 'payment.' || name, county, '2020-01-01', to_jsonb(value), 'bench', 'approved', gen_random_uuid(), now(), now()
     from unnest($1::text[]) county, unnest($2::text[], $3::text[]) as entry (name, value)`,
    [counties, values.map(([name]) => name), values.map(([, value]) => value)],
  );
  for (const kind of ['allocation', 'arrival'])
    await pool.query(
      `insert into fund_movement (id, kind, programme, year, source, from_division, to_division, entered_by, fen, document_number, on_date,
         state, maker_id, created_at)
       select gen_random_uuid(), $3, 'dibao', $2::int, 'county', county, county, county, 1000000000000, 'bench', $2 || '-01-01', 'approved',
         gen_random_uuid(), now()
       from unnest($1::text[]) county`,
      [counties, month.slice(0, 4), kind],
    );
};
