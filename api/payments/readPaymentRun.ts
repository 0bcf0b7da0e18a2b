import type { PoolClient, QueryResultRow } from 'pg';
import { civilDateAt } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import { runFacts } from '../../store/payments/act';
import { actorOf } from '../context';
import { operation } from '../operation';
import {
  detailView,
  exampleDetail,
  RunDetail,
  type DetailRows,
  type EventRow,
  type HoldSum,
  type StateSum,
  type StepRow,
  type TownshipRow,
} from './run-detail';
import { exampleRun, RUN_COLUMNS, RUN_HELD, runView, type RunListRow } from './run-view';
import { runParams } from './takePaymentAction';

const TOWNSHIPS = `select t.township, t.lines, t.fen, t.confirmed_at as "confirmedAt", s.name as "confirmedBy"
  from payment_township t left join staff s on s.id = t.confirmed_by where t.run_id = $1 order by t.township`;
const SUMS = `select township, state, count(*)::int as lines, sum(fen) as fen, sum(withheld_fen) as withheld from payment_line where run_id = $1 group by 1, 2`;
const HOLDS = `select h.reason, count(*)::int as lines, sum(l.fen) as fen, sum(l.withheld_fen) as withheld from payment_line l join payment_hold h on h.line_id = l.id
  where l.run_id = $1 and l.stuck = 'held' and h.ended_at is null group by 1 order by 2 desc, 1`;
const EVENTS = `select e.sequence, e.at, e.action, e.state, e.township, s.name as who, e.role, e.note
  from payment_run_event e left join staff s on s.id = e.actor_id where e.run_id = $1 order by e.sequence`;
const STEPS = `select step, round, done_at as "doneAt", lines, fen from payment_step where run_id = $1 order by done_at, step, round`;

const rowsOf = async (client: PoolClient, runId: string): Promise<DetailRows> => {
  const ask = async <Row extends QueryResultRow>(sql: string): Promise<readonly Row[]> =>
    (await client.query<Row>(sql, [runId])).rows;
  return {
    townships: await ask<TownshipRow & QueryResultRow>(TOWNSHIPS),
    sums: await ask<StateSum & QueryResultRow>(SUMS),
    holds: await ask<HoldSum & QueryResultRow>(HOLDS),
    events: await ask<EventRow & QueryResultRow>(EVENTS),
    steps: await ask<StepRow & QueryResultRow>(STEPS),
  };
};

export const runUnknown = (): AppError => new AppError('notFound', '没有找到这一批发放;请从发放列表进入');

export const readPaymentRun = operation({
  method: 'get',
  path: '/api/v1/payment-runs/{runId}',
  permission: 'payment.read',
  tag: '发放',
  summary: '查看一批发放',
  description:
    '进度、各乡镇和各状态的户数金额、暂缓原因、办理经过,以及您现在能办什么、不能办的为什么。乡镇只看到本乡镇的。',
  effect: 'none',
  params: runParams,
  output: RunDetail,
  example: { params: { runId: exampleRun.id }, output: exampleDetail },
  handler(context, { params: { runId } }) {
    const actor = actorOf(context);
    return context.store.withScopedClient(actor, async (client) => {
      const sql = `select ${RUN_COLUMNS} from payment_run r ${RUN_HELD} where r.id = $1`;
      const { rows } = await client.query<RunListRow>(sql, [runId]);
      const [row] = rows;
      if (!row) throw runUnknown();
      const facts = await runFacts(client, row);
      const run = runView(row, actor, civilDateAt(context.now().getTime()));
      return detailView(run, await rowsOf(client, runId), facts, actor);
    });
  },
});
