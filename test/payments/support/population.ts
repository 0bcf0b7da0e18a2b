import type { Client } from 'pg';
import type { Store } from '../../../store/client';
import { sealCards } from './cards';

/** Households in force, made by one statement each: `count` in every township, paid `fen` a month each from `fromMonth` on. */
export interface Population {
  readonly townships: readonly string[];
  readonly count: number;
  readonly fromMonth: string;
  readonly fen?: bigint;
  readonly programme?: 'dibao' | 'tekun';
}

/** A well-formed UUID that follows from a text. */
const uuid = (text: string): string => `overlay(overlay(md5(${text}) placing '4' from 13) placing '8' from 17)::uuid`;

/** Plain SQL as owner: thousands in a moment, far from the code under test. Ids follow from township and number. */
export const populate = async (
  owner: Client,
  { townships, count, fromMonth, fen = 30_000n, programme = 'dibao' }: Population,
): Promise<void> => {
  await owner.query('begin');
  await owner.query(
    `create temporary table made on commit drop as
     select t as township, n, t || '000' as division, ${uuid(`'case' || t || n`)} as case_id, ${uuid(`'home' || t || n`)} as home_id,
       ${uuid(`'person' || t || n`)} as person_id, ${uuid(`'paid' || t || n`)} as paid_id,
       '住户' || right(t, 1) || '之' || n as name
     from unnest($1::text[]) t, generate_series(1, $2::int) n`,
    [townships, count],
  );
  for (const statement of statements)
    await owner.query(
      statement
        .replaceAll(':from', `'${fromMonth}'`)
        .replaceAll(':fen', String(fen))
        .replaceAll(':programme', `'${programme}'`),
    );
  await sealCards(owner);
  await owner.query('commit');
};

const statements = [
  `insert into person (id, name, birth_date, sex) select person_id, name, '1960-01-01', 'male' from made`,
  `insert into household (id, division, area) select home_id, division, 'rural' from made`,
  `insert into case_scope (id, case_id, division, valid_from) select gen_random_uuid(), case_id, division, '2020-01-01' from made`,
  `insert into "case" (id, number, programme, division, area, household_id, applicant_id, applicant_name, member_count, stage,
     submitted_at, stage_since, snapshot, monthly_fen, engine_started_at)
   select case_id, left(division, 6) || '-' || township || '-' || n, :programme, division, 'rural', home_id, person_id, name, 1, 'benefiting',
     '2020-01-01', '2020-01-01', '{}', :fen, '2020-01-01' from made`,
  `insert into case_member (case_id, person_id, relation) select case_id, person_id, 'applicant' from made`,
  `insert into entitlement (id, case_id, programme, from_month, monthly_fen, decision_id)
   select paid_id, case_id, :programme, :from, :fen, gen_random_uuid() from made`,
  `insert into entitlement_component (entitlement_id, person_id, fen) select paid_id, person_id, :fen from made`,
  `insert into card_account (id, case_id, holder_person_id, holder_name, bank, number_enc, number_index, number_tail, number_valid, state, created_at)
   select ${uuid(`'card' || township || n`)}, case_id, person_id, name, case when n % 2 = 0 then 'ruralCredit' else 'postal' end, 'sealed',
     decode(md5('number' || township || n), 'hex'), lpad(n::text, 4, '0'), true, 'approved', '2020-01-01' from made`,
];

export const caseIdOf = async (owner: Client, township: string, n: number): Promise<string> =>
  (await owner.query<{ id: string }>(`select ${uuid(`'case' || $1 || $2::int`)} as id`, [township, n])).rows[0]!.id;

/** Money of the county's own for every year and programme, allocated and arrived; in each `fen`. */
export const fund = async (store: Store, county: string, fen = 1_000_000_000_000n): Promise<void> => {
  await store.pool.query(
    `insert into fund_movement (id, kind, programme, year, source, from_division, to_division, entered_by, fen, document_number, on_date,
       state, maker_id, created_at)
     select gen_random_uuid(), kind, programme, year, 'county', $1, $1, $1, $2::bigint, '测试', year || '-01-01', 'approved', gen_random_uuid(), now()
     from unnest(array['dibao', 'tekun', 'temporaryAssistance']) programme, generate_series(2020, 2035) year,
       unnest(array['allocation', 'arrival']) with ordinality kinds (kind, step) order by step`,
    [county, fen.toString()],
  );
};

/** The county begins to pay with this system in `month`, with money for whatever comes. */
export const startPaying = async (store: Store, county: string, month: string): Promise<void> => {
  await fund(store, county);
  const id = crypto.randomUUID();
  await store.prisma.parameterEntry.create({
    data: {
      id,
      parameter: 'payment.firstMonth',
      division: county,
      validFrom: '2020-01-01',
      value: month,
      reference: '测试',
      state: 'approved',
      makerId: id,
      createdAt: new Date(),
      checkedAt: new Date(),
    },
  });
};
