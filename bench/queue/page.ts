import type { Pool } from 'pg';
import type { Officer } from '../lib/officers';
import { insist } from '../lib/report';

const LIMIT = 50;
export const pagePath = '/api/v1/queue?view=office&filter=overdue';

/** The answer of the API as far as it is compared. */
interface Page {
  readonly items: readonly { readonly workItemId: string; readonly overdue: boolean }[];
  readonly next: string | null;
}
interface Counts {
  readonly office: { readonly total: number; readonly overdue: number };
}

const OPEN = `from work_item w join "case" c on c.id = w.case_id left join staff s on s.id = w.assignee_id
  where w.done_at is null and w.role = $1 and w.division = $2
    and not exists (select from relative_declaration r where r.case_id = c.id and r.staff_id = $3::uuid)`;

/** The same page as one writes it by hand: one statement, no scope, no session. */
const PAGE = `select w.id, w.case_id, c.number, c.applicant_name, c.programme, c.division, c.stage, w.owner, w.kind, w.sentence,
    w.role, w.due_at, w.level, w.assignee_id, s.name, w.created_at, (select min(d.promised_at) from deadline d
      where d.case_id = w.case_id and d.owner = w.owner and d.state in ('running', 'late')) as promised_at
  ${OPEN} and w.due_at <= $4 order by w.due_at, w.id limit ${LIMIT + 1}`;

const COUNTS = `select count(*)::int as total, count(*) filter (where w.due_at <= $4)::int as overdue ${OPEN}`;

const valuesOf = ({ role, division, staffId }: Officer): unknown[] => [role, division, staffId, new Date()];

/** Ids in order, one more than a page holds. */
export const pageBySql = async (pool: Pool, officer: Officer): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ id: string }>({ name: 'bench_page', text: PAGE, values: valuesOf(officer) });
  return rows.map(({ id }) => id);
};

export const pageByApi = async (officer: Officer): Promise<Page> => {
  const page = await officer.get<Page>(pagePath);
  insist(
    page.items.length > 0 && page.items.every(({ overdue }) => overdue),
    'a page that must be full of overdue work',
  );
  return page;
};

/** Page, order and counts exactly as plain SQL has them: what is not due in a second is not due while this looks. */
export const checkPage = async (pool: Pool, officer: Officer): Promise<number> => {
  const where = `${officer.role} of ${officer.division}`;
  const counted = async () => (await pool.query<Counts['office']>(COUNTS, valuesOf(officer))).rows[0]!;
  const before = await counted();
  const [ids, page, counts] = [
    await pageBySql(pool, officer),
    await pageByApi(officer),
    await officer.get<Counts>('/api/v1/queue/counts'),
  ];
  const after = await counted();
  insist(
    page.items.map(({ workItemId }) => workItemId).join() === ids.slice(0, LIMIT).join(),
    `other work for ${where}`,
  );
  insist((page.next !== null) === ids.length > LIMIT, `wrong next page for ${where}`);
  insist(counts.office.total === before.total, `${counts.office.total} open instead of ${before.total} for ${where}`);
  const { overdue } = counts.office;
  insist(
    before.overdue <= overdue && overdue <= after.overdue,
    `${overdue} overdue, not ${after.overdue} for ${where}`,
  );
  return overdue;
};
