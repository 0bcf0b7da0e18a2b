import { z } from 'zod';
import { actorOf } from '../context';
import { choice, integerText } from '../fields';
import { operation } from '../operation';
import { createConditions, paged, placeOf } from '../paging';
import { exampleRun } from '../payments/run-view';
import { runParams } from '../payments/takePaymentAction';
import { states } from '../rulebook/entries';
import { exampleHandAnswer, HAND_ANSWERS, HandAnswerView, handAnswerView, type HandAnswerRow } from './view';

const LIMIT = 50;

export const listHandAnswers = operation({
  method: 'get',
  path: '/api/v1/payment-runs/{runId}/hand-answers',
  permission: 'payment.readAnswers',
  tag: '发放文件',
  summary: '查看登记的银行结果',
  description: '一批中没有回盘文件而登记的银行结果,待复核的在前,新的在前。',
  effect: 'read',
  params: runParams,
  query: z.strictObject({
    state: choice('状态', states).exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(HandAnswerView), next: z.string().nullable() }),
  example: { params: { runId: exampleRun.id }, query: {}, output: { items: [exampleHandAnswer], next: null } },
  async handler(context, { params: { runId }, query: { state, cursor, limit = LIMIT } }) {
    const conditions = createConditions();
    conditions.add('a.run_id = $$', runId);
    if (state) conditions.add('a.state = $$', state);
    if (cursor) {
      const [waits, at, id] = placeOf(cursor, 3).map((part) => conditions.value(part));
      conditions.plain(
        `(a.state = 'proposed', a.created_at, a.id) < (${waits}::bool, ${at}::timestamptz, ${id}::uuid)`,
      );
    }
    const sql = `${HAND_ANSWERS} where ${conditions.where()}
      order by a.state = 'proposed' desc, a.created_at desc, a.id desc limit ${conditions.value(limit + 1)}`;
    const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
      client.query<HandAnswerRow>(sql, conditions.values),
    );
    if (rows.length > 0) context.audit.detail('runId', runId);
    const { items, next } = paged(rows, limit, (row) => [
      String(row.state === 'proposed'),
      row.createdAt.toISOString(),
      row.id,
    ]);
    return { items: items.map(handAnswerView), next };
  },
});
