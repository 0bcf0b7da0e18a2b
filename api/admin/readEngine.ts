import { z } from 'zod';
import { operation } from '../operation';
import { actorOf } from '../context';
import { queueHealth } from './engine/queues';

const Queue = z.object({
  kind: z.enum(['workflow', 'activity']),
  pollers: z.array(z.object({ identity: z.string(), lastSeenAt: z.iso.datetime().nullable() })),
  backlog: z.int().meta({ description: '等待中的任务数' }),
  backlogAgeMs: z.int().meta({ description: '最早的任务等了多久(毫秒)' }),
});

interface Waiting {
  readonly notStarted: number;
  readonly notStepped: number;
  readonly commandsWaiting: number;
}

export const readEngine = operation({
  method: 'get',
  path: '/api/v1/admin/engine',
  permission: 'workflow.read',
  tag: '流程管理',
  summary: '查看流程引擎和工作进程',
  description: '引擎是否可达、各任务队列有几个工作进程在取任务、积压多少;辖区内尚未启动的案件和尚未送达的办理。',
  effect: 'read',
  output: z.object({
    reachable: z.boolean(),
    taskQueue: z.string(),
    workers: z.int(),
    queues: z.array(Queue),
    notStarted: z.int().meta({ description: '已收下、还没有交给引擎的案件' }),
    notStepped: z.int().meta({ description: '已交给引擎、还没有走第一步的案件' }),
    commandsWaiting: z.int().meta({ description: '已答复202、还在送达的办理' }),
  }),
  example: {
    output: {
      reachable: true,
      taskQueue: 'cases',
      workers: 1,
      queues: [
        { kind: 'workflow', pollers: [{ identity: '1234@host', lastSeenAt: null }], backlog: 0, backlogAgeMs: 0 },
      ],
      notStarted: 0,
      notStepped: 0,
      commandsWaiting: 0,
    },
  },
  async handler(context) {
    const { engine, store } = context;
    const queues = await queueHealth(engine);
    const { rows } = await store.withScopedClient(actorOf(context), (client) =>
      client.query<Waiting>(`select
        (select count(*)::int from "case" where engine_started_at is null) as "notStarted",
        (select count(*)::int from "case" where engine_started_at is not null and sequence = 0) as "notStepped",
        (select count(*)::int from outbox o where o.kind = 'command' and o.done_at is null
          and exists (select from "case" c where c.id = o.case_id)) as "commandsWaiting"`),
    );
    return {
      reachable: queues !== undefined,
      taskQueue: engine.taskQueue,
      workers: queues?.find(({ kind }) => kind === 'workflow')?.pollers.length ?? 0,
      queues: queues ?? [],
      ...rows[0]!,
    };
  },
});
