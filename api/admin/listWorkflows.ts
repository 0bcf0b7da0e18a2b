import { z } from 'zod';
import { actorOf, type Context } from '../context';
import { choice, divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { createConditions, paged, placeOf, type Conditions } from '../paging';
import { stateOf } from '../../store/cases/load';
import { pathOf } from '../../domain/divisions';
import { afterQuietSteps } from '../../store/engine/quiet-steps';
import { differencesOf } from './engine/compare';
import { askState } from './engine/describe';
import type { Prisma } from '../../generated/prisma/client';

const states = ['overdue', 'failing', 'notStarted', 'drift'] as const;
const LIMIT = 50;
/** Comparing asks each workflow: a page of these is shorter. */
const COMPARED = 20;
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const Row = z
  .object({
    caseId: z.uuid(),
    number: z.string(),
    programme: z.string(),
    division: z.string(),
    divisionPath: z.string(),
    stage: z.string(),
    sequence: z.int(),
    epoch: z.int(),
    submittedAt: z.iso.datetime(),
    engineStartedAt: z.iso.datetime().nullable(),
    nextDueAt: z.iso.datetime().nullable(),
    overdue: z.boolean(),
    closed: z.boolean(),
  })
  .meta({ id: 'WorkflowSummary' });

interface Listed {
  readonly id: string;
  readonly number: string;
  readonly programme: string;
  readonly division: string;
  readonly stage: string;
  readonly sequence: number;
  readonly epoch: number;
  readonly submittedAt: Date;
  readonly engineStartedAt: Date | null;
  readonly nextDueAt: Date | null;
  readonly closedAt: Date | null;
  readonly snapshot: Prisma.JsonValue;
}

const addState: Readonly<Record<(typeof states)[number], (conditions: Conditions, now: Date) => void>> = {
  overdue: (conditions, now) => conditions.add('c.closed_at is null and c.next_due_at <= $$', now),
  notStarted: (conditions) => conditions.plain('(c.engine_started_at is null or c.sequence = 0)'),
  /** What should have happened by itself has not, or a command has waited for more than a minute. */
  failing: (conditions, now) => {
    const ago = conditions.value(new Date(now.getTime() - MINUTE_MS));
    conditions.plain(`(c.clock = 'engine' and c.closed_at is null and to_timestamp((c.snapshot #>> '{alarms,0,at}')::double precision / 1000) < ${ago}::timestamptz
      or exists (select from outbox o where o.case_id = c.id and o.kind = 'command' and o.done_at is null and o.created_at < ${ago}::timestamptz))`);
  },
  drift: (conditions) => conditions.plain('c.closed_at is null and c.sequence > 0'),
};

const drifts = async ({ engine, scope }: Context, rows: readonly Listed[]): Promise<Listed[]> => {
  const compared = await Promise.all(
    rows.map(async (row) => {
      const workflow = await askState(engine.client, row.id);
      if (!workflow) return { row, drifted: true };
      const database = stateOf(row);
      const told = await scope((tx) => afterQuietSteps(tx, database, workflow));
      return { row, drifted: differencesOf(database, told).length > 0 };
    }),
  );
  return compared.filter(({ drifted }) => drifted).map(({ row }) => row);
};

const view = (row: Listed, now: Date): z.input<typeof Row> => ({
  caseId: row.id,
  number: row.number,
  programme: row.programme,
  division: row.division,
  divisionPath: pathOf(row.division),
  stage: row.stage,
  sequence: row.sequence,
  epoch: row.epoch,
  submittedAt: row.submittedAt.toISOString(),
  engineStartedAt: row.engineStartedAt?.toISOString() ?? null,
  nextDueAt: row.nextDueAt?.toISOString() ?? null,
  overdue: row.nextDueAt !== null && row.nextDueAt <= now,
  closed: row.closedAt !== null,
});

const columns = `c.id, c.number, c.programme, c.division, c.stage, c.sequence, c.epoch, c.submitted_at as "submittedAt",
  c.engine_started_at as "engineStartedAt", c.next_due_at as "nextDueAt", c.closed_at as "closedAt", c.snapshot`;

export const listWorkflows = operation({
  method: 'get',
  path: '/api/v1/admin/workflows',
  permission: 'workflow.read',
  tag: '流程管理',
  summary: '列出流程',
  description:
    '按环节、地区、状态和年头筛选,早提交的在前。drift 逐个询问流程,一页较短,items 可能为空而 next 不空。没有个人信息。',
  effect: 'read',
  query: z.strictObject({
    stage: z
      .string()
      .regex(/^[A-Za-z]{1,30}$/, '环节应为英文代号')
      .exactOptional(),
    division: divisionCode().exactOptional(),
    state: choice('状态', states).exactOptional(),
    olderThanDays: integerText('提交后天数', { min: 0, max: 36_500 }).exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(Row), next: z.string().nullable() }),
  example: { query: { state: 'overdue', division: '530581' }, output: { items: [], next: null } },
  async handler(context, { query: { stage, division, state, olderThanDays, cursor, limit = LIMIT } }) {
    const now = context.now();
    const most = state === 'drift' ? Math.min(limit, COMPARED) : limit;
    const conditions = createConditions();
    if (stage !== undefined) conditions.add('c.stage = $$', stage);
    if (division !== undefined) conditions.add(`c.division >= $$ and c.division < $$ || ':'`, division);
    if (olderThanDays !== undefined)
      conditions.add('c.submitted_at < $$', new Date(now.getTime() - olderThanDays * DAY_MS));
    if (state !== undefined) addState[state](conditions, now);
    if (cursor !== undefined) {
      const [at, id] = placeOf(cursor, 2);
      conditions.plain(
        `(c.submitted_at, c.id) > (${conditions.value(new Date(Number(at)))}::timestamptz, ${conditions.value(id)}::uuid)`,
      );
    }
    const sql = `select ${columns} from "case" c where ${conditions.where()} order by c.submitted_at, c.id limit ${conditions.value(most + 1)}`;
    const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
      client.query<Listed>(sql, conditions.values),
    );
    const { items, next } = paged(rows, most, (row) => [row.submittedAt.getTime(), row.id]);
    const shown = state === 'drift' ? await drifts(context, items) : items;
    return { items: shown.map((row) => view(row, now)), next };
  },
});
