import { z } from 'zod';
import { pathOf } from '../../domain/divisions';
import { exampleCaseId } from '../cases/application/example-case';
import { actorOf } from '../context';
import { integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { waiting, type WaitingRow } from './waiting';

const LIMIT = 50;

const kinds: Readonly<Record<string, string>> = { investigation: '入户调查', recheck: '定期复核', change: '变更核实' };

const WaitingVisit = z
  .object({
    caseId: z.uuid(),
    owner: z.string().meta({ description: 'stage,或事项编号' }),
    kindLabel: z.string(),
    number: z.string(),
    applicantName: z.string(),
    memberCount: z.int(),
    area: z.enum(['urban', 'rural']),
    divisionPath: z.string(),
    since: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WaitingVisit', description: '等待入户的一户' });

const dueOf = ({ due }: WaitingRow): string | null => (due instanceof Date ? due.toISOString() : null);

const viewOf = (row: WaitingRow): z.input<typeof WaitingVisit> => ({
  caseId: row.caseId,
  owner: row.owner,
  kindLabel: kinds[row.kind] ?? row.kind,
  number: row.number,
  applicantName: row.applicantName,
  memberCount: row.memberCount,
  area: row.area as 'urban' | 'rural',
  divisionPath: pathOf(row.division),
  since: row.since.toISOString(),
  dueAt: dueOf(row),
});

const FOREVER = 'infinity';
const example = {
  caseId: exampleCaseId,
  owner: 'stage',
  kindLabel: '入户调查',
  number: '530581-2022-000123',
  applicantName: '甲示例',
  memberCount: 3,
  area: 'urban' as const,
  divisionPath: '云南省保山市腾冲市腾越街道',
  since: '2022-08-02T02:00:00.000Z',
  dueAt: '2022-08-30T16:00:00.000Z',
};

export const listVisits = operation({
  method: 'get',
  path: '/api/v1/visits',
  permission: 'visit.prepare',
  tag: '入户',
  summary: '列出等待入户的家庭',
  description: '辖区内在入户调查环节还没有签字齐全的入户记录的案件,以及还没有入户的变更、复核;最急的在前。',
  effect: 'read',
  query: z.strictObject({
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(WaitingVisit), next: z.string().nullable() }),
  example: { query: { limit: '20' }, output: { items: [example], next: null } },
  async handler(context, { query: { cursor, limit = LIMIT } }) {
    const actor = actorOf(context);
    const [due, caseId, owner] = cursor === undefined ? [null, null, null] : placeOf(cursor, 3);
    const sql = `select * from (${waiting}) w
      where $4::uuid is null or (w.due, w."caseId", w.owner) > ($5::timestamptz, $4::uuid, $6::text)
      order by w.due, w."caseId", w.owner limit $7`;
    const values = [actor.division, `${actor.division}:`, actor.staffId, caseId, due, owner, limit + 1];
    const { rows } = await context.store.withScopedClient(actor, (client) => client.query<WaitingRow>(sql, values));
    const { items, next } = paged(rows, limit, (row) => [dueOf(row) ?? FOREVER, row.caseId, row.owner]);
    return { items: items.map(viewOf), next };
  },
});
