import { addMonthsToMonth, firstDayOf, lastDayOf, startOfDay, type CivilMonth } from '../../domain/civil-date';
import { agesLookedAt } from '../../domain/dynamics/kinds';
import { Prisma } from '../../generated/prisma/client';
import type { FieldCipher } from '../crypto';
import type { Tx } from '../with-scope';

interface Opened {
  /** Lists of these months, by their ids. */
  readonly listIds: readonly string[];
  readonly month: CivilMonth;
}

interface Graduation {
  readonly month: number;
  /** Level of schooling → age at which it usually ends. */
  readonly ages: ReadonlyMap<string, number>;
}

/** Households of the lists that are in benefit, gradual exit counts. */
const inBenefit = (listIds: readonly string[]): Prisma.Sql => Prisma.sql`
  mine as (
    select l.id as list_id, c.id as case_id from dynamics_list l
    join "case" c on c.division >= l.township and c.division < l.township || ':' and c.stage in ('benefiting', 'leaving')
    where l.id = any (${[...listIds]}::uuid[]))`;

/** Ages, facts that run out, gradual exits that end and re-checks that are due in the coming month; one statement. */
export const insertItems = async (tx: Tx, { listIds, month }: Opened): Promise<void> => {
  const coming = addMonthsToMonth(month, 1);
  const [first, last] = [firstDayOf(coming), lastDayOf(coming)];
  const [from, to] = [new Date(startOfDay(first)), new Date(startOfDay(firstDayOf(addMonthsToMonth(coming, 1))))];
  const ages = JSON.stringify(agesLookedAt.map(([age, kind]) => ({ age, kind })));
  await tx.$executeRaw(Prisma.sql`
    with ${inBenefit(listIds)},
    found as (
      select m.list_id, m.case_id, p.id as person_id, a.kind,
        (left(p.birth_date, 4)::int + a.age)::text || substr(p.birth_date, 5) as on_date
      from mine m join case_member k on k.case_id = m.case_id and k.left_on is null
      join person p on p.id = k.person_id and p.died_on is null
      join jsonb_to_recordset(${ages}::jsonb) as a(age int, kind text)
        on left(p.birth_date, 7) = (left(${coming}, 4)::int - a.age)::text || substr(${coming}, 5)
      union all
      select m.list_id, m.case_id, f.person_id, 'expires', max(f.valid_to) from mine m
      join fact f on f.case_id = m.case_id and f.superseded_at is null and f.valid_to between ${first} and ${last} group by 1, 2, 3
      union all
      select m.list_id, m.case_id, null, case d.kind when 'recheck' then 'recheckDue' else 'exitEnds' end,
        to_char(max(d.due_at) at time zone 'Asia/Shanghai' - interval '1 second', 'YYYY-MM-DD')
      from mine m join deadline d on d.case_id = m.case_id and d.kind in ('recheck', 'gradualExit') and d.state in ('running', 'late')
        and d.due_at > ${from} and d.due_at <= ${to} group by m.list_id, m.case_id, d.kind)
    insert into dynamics_item (id, list_id, case_id, person_id, kind, on_date)
    select gen_random_uuid(), list_id, case_id, person_id, kind, on_date from found on conflict do nothing`);
};

interface Student {
  readonly id: string;
  readonly listId: string;
  readonly caseId: string;
  readonly personId: string;
  readonly birthDate: string;
  readonly contentEnc: Uint8Array;
}

/** Facts that a member is at school name the level alone: who has reached its usual age stands in the list before the holidays. */
export const insertGraduates = async (
  tx: Tx,
  cipher: FieldCipher,
  { listIds, month }: Opened,
  graduation: Graduation,
): Promise<void> => {
  const coming = addMonthsToMonth(month, 1);
  if (Number(coming.slice(5)) !== graduation.month) return;
  const youngest = Math.min(...graduation.ages.values());
  const born = `${Number(coming.slice(0, 4)) - youngest}-12-31`;
  const students = await tx.$queryRaw<Student[]>(Prisma.sql`
    with ${inBenefit(listIds)}
    select f.id, m.list_id as "listId", m.case_id as "caseId", p.id as "personId", p.birth_date as "birthDate", f.content_enc as "contentEnc"
    from mine m join fact f on f.case_id = m.case_id and f.kind = 'member' and f.superseded_at is null
    join person p on p.id = f.person_id and p.died_on is null and p.birth_date <= ${born} and p.birth_date > '1980-01-01'`);
  const leaving = students.filter(({ id, birthDate, contentEnc }) => {
    const { student } = cipher.openJson('fact', 'content_enc', id, contentEnc) as {
      student?: { level?: string } | string;
    };
    const level = typeof student === 'string' ? student : student?.level;
    const age = level === undefined ? undefined : graduation.ages.get(level);
    return age !== undefined && Number(coming.slice(0, 4)) - Number(birthDate.slice(0, 4)) >= age;
  });
  const rows = leaving.map(({ listId, caseId, personId }) => ({ listId, caseId, personId }));
  await tx.$executeRaw`
    insert into dynamics_item (id, list_id, case_id, person_id, kind, on_date)
    select gen_random_uuid(), g."listId", g."caseId", g."personId", 'leavesSchool', ${firstDayOf(coming)}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g("listId" uuid, "caseId" uuid, "personId" uuid) on conflict do nothing`;
};
