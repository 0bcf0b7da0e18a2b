import { z } from 'zod';
import { roles, type Role } from '../../domain/lifecycle/roles';
import { actorOf } from '../context';
import { choice, integerText } from '../fields';
import { operation } from '../operation';
import { paged, placeOf } from '../paging';
import { clocks } from './clocks';
import { views } from './filters';
import { caseColumns, caseOf, exampleOfCase, ofCase, type CaseColumns } from './of-case';
import { waitingIn } from './waiting';

const LIMIT = 50;

const Waiting = z
  .object({
    id: z.uuid(),
    ...ofCase,
    who: z.string().meta({ description: '等谁:岗位和人,或时限' }),
    sentence: z.string(),
    until: z.iso.datetime().nullable(),
    clock: z.boolean().meta({ description: '到期系统自动办理' }),
  })
  .meta({ id: 'WaitingItem' });

interface WaitingRow extends CaseColumns {
  readonly id: string;
  readonly until: Date | null;
  readonly clock: string | null;
  readonly role: string | null;
  readonly sentence: string | null;
  readonly assigneeName: string | null;
}

const whoOf = ({ clock, role, assigneeName }: WaitingRow): string => {
  if (clock !== null) return '期满自动';
  return `${roles[role as Role]?.label ?? role ?? ''}${assigneeName === null ? '' : ` ${assigneeName}`}`;
};

const waitingItem = (row: WaitingRow): z.input<typeof Waiting> => ({
  id: row.id,
  ...caseOf(row),
  who: whoOf(row),
  sentence: (row.clock === null ? row.sentence : clocks[row.clock]) ?? '',
  until: row.until?.toISOString() ?? null,
  clock: row.clock !== null,
});

const example: z.input<typeof Waiting> = {
  id: '70829304-b5c6-5d0f-8152-6c7d8e9fa0b1',
  ...exampleOfCase,
  stage: { id: 'publicised', label: '公示' },
  who: '期满自动',
  sentence: clocks['publicNotice']!,
  until: '2022-08-15T16:00:00.000Z',
  clock: true,
};

export const listWaiting = operation({
  method: 'get',
  path: '/api/v1/queue/waiting',
  permission: 'queue.read',
  tag: '待办',
  summary: '查看等别人的案件',
  description:
    '本人(mine)或本岗位(office)经手、下一步在别人或在时限的案件,说明等谁、等到什么时候;subordinate:辖区内等时限的。最先到期的在前。',
  effect: 'read',
  query: z.strictObject({
    view: choice('范围', views).exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(Waiting), next: z.string().nullable() }),
  example: { query: { view: 'office' }, output: { items: [example], next: null } },
  async handler(context, { query: { view = 'mine', cursor, limit = LIMIT } }) {
    const { sql, values } = waitingIn(context, view);
    const value = (added: unknown): string => `$${values.push(added)}`;
    const key = `coalesce(q.until, 'infinity'::timestamptz)`;
    const [until, id] = cursor === undefined ? [] : placeOf(cursor, 2);
    const instant = until === null ? 'infinity' : new Date(Number(until));
    const after =
      cursor === undefined ? 'true' : `(${key}, q.id) > (${value(instant)}::timestamptz, ${value(id)}::uuid)`;
    const page = `select * from (${sql}) q where ${after} order by ${key}, q.id limit ${value(limit + 1)}`;
    const full = `select q.id, q.until, q.clock, q.role, q.sentence, s.name as "assigneeName", ${caseColumns}
      from (${page}) q join "case" c on c.id = q."caseId" left join staff s on s.id = q.assignee order by ${key}, q.id`;
    const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
      client.query<WaitingRow>(full, values),
    );
    const { items, next } = paged(rows, limit, (row) => [row.until?.getTime() ?? null, row.id]);
    return { items: items.map(waitingItem), next };
  },
});
