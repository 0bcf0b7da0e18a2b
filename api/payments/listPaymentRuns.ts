import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { divisionsOf } from '../../domain/divisions';
import { levelDigits } from '../../domain/lifecycle/roles';
import { holderOf } from '../../domain/payments/act';
import { paymentRules } from '../../store/payments/scope';
import { actorOf, type Context } from '../context';
import { choice, divisionCode, integerText } from '../fields';
import { operation } from '../operation';
import { createConditions, paged, placeOf, type Conditions } from '../paging';
import { civilMonth } from '../price-linkage/preview-schema';
import {
  ANSWER_CHECKER,
  exampleRun,
  kindNames,
  RUN_COLUMNS,
  RUN_HELD,
  RunView,
  runView,
  stateNames,
  type RunListRow,
} from './run-view';

const LIMIT = 50;
const yes = ['true'] as const;

const Query = z.strictObject({
  division: divisionCode().exactOptional(),
  month: civilMonth('月份').exactOptional(),
  programme: choice('救助项目', ['dibao', 'tekun']).exactOptional(),
  kind: choice('种类', kindNames).exactOptional(),
  state: choice('环节', stateNames).exactOptional(),
  mine: choice('轮到本岗位的', yes).exactOptional(),
  late: choice('超期未支付的', yes)
    .meta({ description: '超期未批准支付的;州市、省只看超过报上一级天数(payment.lateReportDays)的' })
    .exactOptional(),
  cursor: z.string().max(300, 'cursor 不对').meta({ description: '上一页的 next' }).exactOptional(),
  limit: integerText('每页数量', { min: 1, max: 200 }).exactOptional(),
});

/** Days after which a late run is the business of the level above, by county. */
const reportDays = async (context: Context, today: string): Promise<Readonly<Record<string, number>>> => {
  const { division } = actorOf(context);
  const parameters = await context.scope((tx) => context.rulebook.parameters(tx));
  const counties = divisionsOf('county').filter(({ code }) => code.startsWith(division.slice(0, levelDigits.county)));
  const above = division.length < levelDigits.county;
  return Object.fromEntries(
    counties.map(({ code }) => [code, above ? paymentRules(parameters, code, today).lateReportDays : 1]),
  );
};

const addLate = async (context: Context, conditions: Conditions, today: string): Promise<void> => {
  const days = conditions.value(JSON.stringify(await reportDays(context, today)));
  conditions.plain(`r.released_at is null and r.state not in ('settled', 'cancelled') and r.pay_by is not null`);
  conditions.add(`$$::date - r.pay_by::date >= coalesce((${days}::jsonb ->> r.county)::int, 1)`, today);
};

const addMine = (context: Context, conditions: Conditions): void => {
  const { role, division } = actorOf(context);
  const entered = `exists (select from payment_hand_answer a where a.run_id = r.id and a.state = 'proposed')`;
  conditions.add(
    `(r.state = any ($$::text[])${role === ANSWER_CHECKER ? ` or ${entered}` : ''})`,
    stateNames.filter((state) => holderOf(state) === role),
  );
  if (role === 'townshipApprover')
    conditions.plain('exists (select from payment_township t where t.run_id = r.id and t.confirmed_at is null)');
  else conditions.add('starts_with(r.county, $$)', division);
};

/** After the last row of the page before: newest month first, then by place, programme, kind and number. */
const addPlace = (conditions: Conditions, cursor: string): void => {
  const [month, ...rest] = placeOf(cursor, 5).map((part) => conditions.value(part)) as [string, ...string[]];
  conditions.plain(`(r.month < ${month} or r.month = ${month}
    and (r.county, r.programme, r.kind, r.seq) > (${rest.slice(0, 3).join(', ')}, ${rest[3]}::int))`);
};

export const listPaymentRuns = operation({
  method: 'get',
  path: '/api/v1/payment-runs',
  permission: 'payment.read',
  tag: '发放',
  summary: '查看发放批次',
  description: '辖区内各批,新的月份在前,说明现在等谁办什么;乡镇看到本县的批次,清册和暂缓只算本乡镇。',
  effect: 'none',
  query: Query,
  output: z.object({ items: z.array(RunView), next: z.string().nullable() }),
  example: {
    query: { division: '530581', month: '2022-09', mine: 'true' },
    output: { items: [exampleRun], next: null },
  },
  division: ({ query: { division } }) => division,
  async handler(context, { query }) {
    const actor = actorOf(context);
    const today = civilDateAt(context.now().getTime());
    const conditions = createConditions();
    const { cursor, limit = LIMIT } = query;
    for (const name of ['month', 'programme', 'kind', 'state'] as const)
      if (query[name]) conditions.add(`r.${name} = $$`, query[name]);
    if (query.division) conditions.add('starts_with(r.county, left($$, 6))', query.division);
    if (query.mine) addMine(context, conditions);
    if (query.late) await addLate(context, conditions, today);
    if (cursor) addPlace(conditions, cursor);
    const chosen = `select * from payment_run r where ${conditions.where()}
      order by r.month desc, r.county, r.programme, r.kind, r.seq limit ${conditions.value(limit + 1)}`;
    const sql = `select ${RUN_COLUMNS} from (${chosen}) r ${RUN_HELD} order by r.month desc, r.county, r.programme, r.kind, r.seq`;
    const { rows } = await context.store.withScopedClient(actor, (client) =>
      client.query<RunListRow>(sql, conditions.values),
    );
    const { items, next } = paged(rows, limit, (row) => [row.month, row.county, row.programme, row.kind, row.seq]);
    return { items: items.map((row) => runView(row, actor, today)), next };
  },
});
