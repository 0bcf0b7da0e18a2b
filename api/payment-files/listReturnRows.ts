import { z } from 'zod';
import { yuanFromFen } from '../../domain/money';
import type { Result } from '../../domain/payment-files/format';
import { outcomes, type Outcome } from '../../domain/payment-files/outcomes';
import { actorOf } from '../context';
import { choice, id, integerText } from '../fields';
import { operation } from '../operation';
import { createConditions, paged, placeOf } from '../paging';
import { exampleReturn } from './return-view';

const LIMIT = 100;
const outcomeNames = Object.keys(outcomes) as [Outcome, ...Outcome[]];
const results: Readonly<Record<Result, string>> = { paid: '成功', failed: '失败', uncertain: '不明' };

const ReturnRowView = z
  .object({
    row: z.int().meta({ description: '文件中的行号' }),
    reference: z.string().nullable(),
    lineId: z.string().nullable(),
    applicantName: z.string().nullable(),
    amount: z.string().nullable(),
    listed: z.string().nullable().meta({ description: '交银行发放的金额' }),
    result: z.string(),
    reason: z.string().nullable(),
    paidOn: z.string().nullable(),
    outcome: z.object({ id: z.enum(outcomeNames), label: z.string() }),
  })
  .meta({ id: 'PaymentReturnRow' });

interface Row {
  readonly row: number;
  readonly reference: string | null;
  readonly lineId: string | null;
  readonly applicantName: string | null;
  readonly fen: string | null;
  readonly listed: string | null;
  readonly result: Result;
  readonly reason: string | null;
  readonly paidOn: string | null;
  readonly outcome: Outcome;
}

const yuan = (fen: string | null): string | null => (fen === null ? null : yuanFromFen(BigInt(fen)));

const rowView = ({ fen, listed, result, outcome, ...row }: Row): z.input<typeof ReturnRowView> => ({
  ...row,
  amount: yuan(fen),
  listed: yuan(listed),
  result: results[result],
  outcome: { id: outcome, label: outcomes[outcome] },
});

export const listReturnRows = operation({
  method: 'get',
  path: '/api/v1/payment-returns/{returnId}/rows',
  permission: 'payment.read',
  tag: '发放文件',
  summary: '查看回盘文件的各行',
  description: '按文件中的顺序;可只看一种去向。',
  effect: 'none',
  params: z.strictObject({ returnId: id('回盘文件') }),
  query: z.strictObject({
    outcome: choice('去向', outcomeNames).exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(ReturnRowView), next: z.string().nullable() }),
  example: { params: { returnId: exampleReturn.id }, query: { outcome: 'unknown' }, output: { items: [], next: null } },
  async handler(context, { params: { returnId }, query: { outcome, cursor, limit = LIMIT } }) {
    const conditions = createConditions();
    conditions.add('w.return_id = $$', returnId);
    if (outcome) conditions.add('w.outcome = $$', outcome);
    if (cursor) conditions.add('w.row > $$', placeOf(cursor, 1)[0]);
    const sql = `select w.row, w.reference, w.line_id::text as "lineId", l.applicant_name as "applicantName", w.fen, l.fen - l.withheld_fen as listed, w.result,
        w.reason, w.paid_on as "paidOn", w.outcome
      from payment_return_row w left join payment_line l on l.id = w.line_id
      where ${conditions.where()} order by w.row limit ${conditions.value(limit + 1)}`;
    const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
      client.query<Row>(sql, conditions.values),
    );
    const { items, next } = paged(rows, limit, ({ row }) => [row]);
    return { items: items.map(rowView), next };
  },
});
