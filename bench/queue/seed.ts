import type { Pool } from 'pg';
import { childrenOf } from '../../domain/divisions';
import { levelDigits } from '../../domain/lifecycle/roles';
import { progress } from '../lib/report';

/** Where open cases stand, with whom, and how many in a hundred. */
const stages = [
  { stage: 'submitted', role: 'townshipClerk', office: levelDigits.township, share: 10 },
  { stage: 'investigating', role: 'townshipClerk', office: levelDigits.township, share: 45 },
  { stage: 'proposed', role: 'townshipApprover', office: levelDigits.township, share: 10 },
  { stage: 'publicised', role: 'townshipClerk', office: levelDigits.township, share: 10 },
  { stage: 'reviewing', role: 'countyReviewer', office: levelDigits.county, share: 15 },
  { stage: 'confirming', role: 'countyApprover', office: levelDigits.county, share: 10 },
] as const;

export const counties = childrenOf('53').flatMap(({ code }) => childrenOf(code));
export const townships = counties.flatMap(({ code }) => childrenOf(code));

/** Due from nine days ago to 27 days ahead, so that a quarter is overdue; promised five days before. */
const SPREAD = { back: 9, days: 36 };
const AT_ONCE = 50_000;

/**
 * A number from 0 to 1 for each case and question: the same on every run. Towns first in the table get more cases than
 * the last ones, as towns differ.
 */
const drawn = (question: string): string => `((hashtextextended('${question}' || n, 0) & 16777215) / 16777216.0)`;

/** As an id is written: an md5 with the marks of version 4. */
const idOf = (what: string): string =>
  `overlay(overlay(md5('${what}' || n) placing '4' from 13) placing '8' from 17)::uuid`;

const ROWS = `
  create temp table bench_new on commit drop as
  select n, ${idOf('case')} as id, ${idOf('household')} as household, ${idOf('person')} as person,
    ($3::text[])[1 + floor(power(${drawn('town')}, 1.5) * cardinality($3::text[]))::int] as town,
    place.stage, place.role, place.office, (now() + (${drawn('due')} * ${SPREAD.days} - ${SPREAD.back}) * interval '1 day')::timestamptz(3) as due_at,
    (now() - (${drawn('age')} * 60 + 1) * interval '1 day')::timestamptz(3) as since
  from generate_series($1::int, $2::int) n
  join lateral (select * from jsonb_to_recordset($4::jsonb) as s (stage text, role text, office int, upto numeric)
    where ${drawn('stage')} < upto order by upto limit 1) place on true`;

/** Their triggers tell of each change and check what these statements keep: switched off for this transaction. */
const QUIET = 'set local session_replication_role = replica';

const inserts = [
  `insert into household (id, division, area, created_at) select household, town || '000', 'rural', since from bench_new`,
  `insert into person (id, name, birth_date, sex) select person, '示例' || n, '1970-01-01', 'female' from bench_new`,
  `insert into "case" (id, number, programme, division, area, household_id, applicant_id, applicant_name, member_count, stage,
    stage_version, sequence, submitted_at, stage_since, next_due_at, snapshot, engine_started_at)
   select id, left(town, 6) || '-B-' || n, 'dibao', town || '000', 'rural', household, person, '示例' || n, 1, stage,
    1, 2, since, since, due_at, '{}', since from bench_new`,
  `insert into case_member (case_id, person_id, relation) select id, person, 'applicant' from bench_new`,
  `insert into deadline (id, case_id, owner, kind, from_date, due_at, promised_at, unit, clause, explanation, state)
   select ${idOf('limit')}, id, 'stage', 'investigation', '2026-01-01', due_at, due_at - interval '5 days', 'workingDay', '示例', '示例', 'running' from bench_new`,
  `insert into work_item (id, case_id, owner, kind, role, division, sentence, due_at, deadline_id, created_at)
   select ${idOf('task')}, id, 'stage', 'task', role, left(town, office), '示例待办', due_at, ${idOf('limit')}, since from bench_new`,
  `insert into work_item (id, case_id, owner, kind, role, division, sentence, due_at, created_at, done_at)
   select ${idOf('done')}, id, 'stage', 'task', 'townshipClerk', town, '示例待办', since, since, since from bench_new`,
];

/** Cases number `from` to `to`, each with household, applicant, a running limit, an open task and one that is done. */
export const seedCases = async (pool: Pool, from: number, to: number): Promise<void> => {
  let upto = 0;
  const shares = stages.map(({ share, ...rest }) => ({ ...rest, upto: (upto += share) / 100 }));
  const values = [townships.map(({ code }) => code), JSON.stringify(shares)];
  const client = await pool.connect();
  let broken: unknown;
  try {
    for (let first = from; first <= to; first += AT_ONCE) {
      await client.query('begin');
      await client.query(QUIET);
      await client.query(ROWS, [first, Math.min(first + AT_ONCE - 1, to), ...values]);
      for (const insert of inserts) await client.query(insert);
      await client.query('commit');
      progress(`${Math.min(first + AT_ONCE - 1, to)} cases`);
    }
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } catch (error) {
    broken = error;
    throw error;
  } finally {
    client.release(broken !== undefined);
  }
};
