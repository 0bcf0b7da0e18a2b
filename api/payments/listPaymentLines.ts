import { z } from 'zod';
import { nameOf } from '../../domain/divisions';
import { roles } from '../../domain/lifecycle/roles';
import { yuanFromFen } from '../../domain/money';
import { bankName } from '../../domain/payments/accounts';
import { guards, type GuardReason } from '../../domain/payments/guards';
import { lineKinds, lineStates, stuckStates, type LineKind, type LineState } from '../../domain/payments/lines';
import { isGuardReason, reasonLabel, sayHoldDetail } from '../../domain/payments/words';
import { actorOf } from '../context';
import { choice, divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { createConditions, paged, placeOf } from '../paging';
import { exampleRun } from './run-view';
import { runParams } from './takePaymentAction';

const LIMIT = 50;
const states = Object.keys(lineStates) as [LineState, ...LineState[]];
const reasons = Object.keys(guards) as [GuardReason, ...GuardReason[]];

const Hold = z.object({
  reason: z.string(),
  label: z.string(),
  detail: z.string().nullable(),
  todo: z.string(),
  desk: z.string(),
  decidable: z.boolean(),
});

const Line = z
  .object({
    id: z.string(),
    caseId: z.uuid(),
    number: z.string().nullable(),
    township: z.string(),
    townshipName: z.string(),
    applicantName: z.string(),
    memberCount: z.int(),
    month: z.string(),
    kind: z.string(),
    kindLabel: z.string(),
    correction: z.int(),
    amount: z.string().meta({ description: '应发(元)' }),
    withheld: z.string().meta({ description: '按书面同意扣回(元)' }),
    paidOut: z.string().meta({ description: '交银行发放(元)=应发-扣回' }),
    account: z.string().nullable().meta({ description: '银行和末四位' }),
    state: z.object({ id: z.enum(states), label: z.string() }),
    reason: z.string().nullable(),
    bankReason: z.string().nullable(),
    paidOn: z.string().nullable(),
    holds: z.array(Hold),
  })
  .meta({ id: 'PaymentLine' });

interface LineRow {
  readonly id: string;
  readonly caseId: string;
  readonly number: string | null;
  readonly township: string;
  readonly applicantName: string;
  readonly memberCount: number;
  readonly month: string;
  readonly kind: LineKind;
  readonly correction: number;
  readonly fen: string;
  readonly withheld: string;
  readonly bank: string | null;
  readonly tail: string | null;
  readonly state: LineState;
  readonly reason: string | null;
  readonly bankReason: string | null;
  readonly paidOn: string | null;
  readonly holds: readonly { readonly reason: string; readonly detail: string | null }[];
}

const holdView = ({ reason, detail }: LineRow['holds'][number]): z.input<typeof Hold>[] => {
  if (!isGuardReason(reason)) return [];
  const { label, todo, role, decidable } = guards[reason];
  return [{ reason, label, detail: sayHoldDetail(reason, detail), todo, desk: roles[role].label, decidable }];
};

const lineView = (row: LineRow): z.input<typeof Line> => ({
  id: row.id,
  caseId: row.caseId,
  number: row.number,
  township: row.township,
  townshipName: nameOf(row.township),
  applicantName: row.applicantName,
  memberCount: row.memberCount,
  month: row.month,
  kind: row.kind,
  kindLabel: lineKinds[row.kind],
  correction: row.correction,
  amount: yuanFromFen(BigInt(row.fen)),
  withheld: yuanFromFen(BigInt(row.withheld)),
  paidOut: yuanFromFen(BigInt(row.fen) - BigInt(row.withheld)),
  account: row.tail === null ? null : `${bankName(row.bank ?? '')} ****${row.tail}`,
  state: { id: row.state, label: lineStates[row.state].label },
  reason: row.reason === null ? null : reasonLabel(row.reason),
  bankReason: row.bankReason,
  paidOn: row.paidOn,
  holds: row.holds.flatMap(holdView),
});

const COLUMNS = `l.id::text, l.case_id as "caseId", c.number, l.township, l.applicant_name as "applicantName",
  l.member_count as "memberCount", l.month, l.kind, l.correction, l.fen, l.withheld_fen as withheld, a.bank, a.number_tail as tail, l.state, l.reason,
  l.bank_reason as "bankReason", l.paid_on as "paidOn",
  coalesce((select json_agg(json_build_object('reason', h.reason, 'detail', h.detail) order by h.reason)
    from payment_hold h where h.line_id = l.id and h.ended_at is null), '[]') as holds`;

export const listPaymentLines = operation({
  method: 'get',
  path: '/api/v1/payment-runs/{runId}/lines',
  permission: 'payment.read',
  tag: '发放',
  summary: '查看发放清册',
  description:
    '逐户逐月的清册,造册时的姓名、人数、金额和账户(末四位);可按乡镇、状态、暂缓原因筛选。乡镇只看到本乡镇的。',
  effect: 'read',
  params: runParams,
  query: z.strictObject({
    township: divisionCode('乡镇').exactOptional(),
    state: choice('状态', states).exactOptional(),
    reason: choice('暂缓原因', reasons).exactOptional(),
    cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
    limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
  }),
  output: z.object({ items: z.array(Line), next: z.string().nullable() }),
  example: { params: { runId: exampleRun.id }, query: { state: 'held' }, output: { items: [], next: null } },
  division: ({ query: { township } }) => township,
  async handler(context, { params: { runId }, query }) {
    const { township, state, reason, cursor, limit = LIMIT } = query;
    const conditions = createConditions();
    conditions.add('l.run_id = $$', runId);
    if (township) conditions.add('starts_with(l.township, $$)', township);
    if (state) conditions.add(stuckStates.has(state) ? 'l.stuck = $$' : 'l.state = $$', state);
    if (reason)
      conditions.add(
        'exists (select from payment_hold h where h.line_id = l.id and h.ended_at is null and h.reason = $$)',
        reason,
      );
    if (cursor) {
      const [place, id] = placeOf(cursor, 2).map((part) => conditions.value(part));
      conditions.plain(`(l.township, l.id) > (${place}, ${id}::bigint)`);
    }
    const chosen = `select * from payment_line l where ${conditions.where()} order by l.township, l.id limit ${conditions.value(limit + 1)}`;
    const sql = `select ${COLUMNS} from (${chosen}) l left join "case" c on c.id = l.case_id
      left join card_account a on a.id = l.account_id order by l.township, l.id`;
    const { rows } = await context.store.withScopedClient(actorOf(context), (client) =>
      client.query<LineRow>(sql, conditions.values),
    );
    context.audit.detail('runId', runId);
    const { items, next } = paged(rows, limit, (row) => [row.township, row.id]);
    return { items: items.map(lineView), next };
  },
});
