import { z } from 'zod';
import { civilDateAt, endOfDay, startOfDay } from '../../domain/civil-date';
import { checkIdNumber, required } from '../../domain/identity';
import { actorOf, type Context } from '../context';
import { body, choice, civilDate, id, text } from '../fields';
import { operation } from '../operation';
import { createConditions, paged, placeOf, type Conditions } from '../paging';
import { readAuditRows } from './rows';
import { AuditView, exampleAuditRow } from './view';

const LIMIT = 50;

const input = {
  staffId: id('人员').exactOptional(),
  staff: text('人员姓名或登录名', { max: 60 }).exactOptional(),
  caseNumber: text('案件编号', { max: 30 }).exactOptional(),
  idNumber: text('身份证号', { max: 40 }).exactOptional(),
  operation: text('操作', { max: 60 }).exactOptional(),
  from: civilDate('开始日期').exactOptional(),
  to: civilDate('结束日期').exactOptional(),
  outcome: choice('结果', ['done', 'refused']).exactOptional(),
  cursor: z.string().max(300, 'cursor 不对').exactOptional(),
};
const Input = body(input);
type Wanted = z.output<typeof Input>;

/** By the blind index: the number itself is compared with nothing and written nowhere. */
const personOf = async (context: Context, idNumber: string): Promise<string | undefined> => {
  const { number } = required(checkIdNumber(idNumber, civilDateAt(context.now().getTime())), 'idNumber');
  const idIndex = context.store.cipher.blindIndex(number);
  return (await context.scope((tx) => tx.person.findUnique({ where: { idIndex }, select: { id: true } })))?.id;
};

const addPerson = async (context: Context, conditions: Conditions, idNumber: string): Promise<void> => {
  const personId = await personOf(context, idNumber);
  if (personId === undefined) return conditions.plain('false');
  context.audit.persons([personId]);
  conditions.add('a.id in (select audit_of_person($$::uuid))', personId);
};

const addFilters = (conditions: Conditions, wanted: Wanted): void => {
  const { staffId, staff, caseNumber, operation: name, from, to, outcome, cursor } = wanted;
  if (staffId !== undefined) conditions.add('a.actor_id = $$::uuid', staffId);
  if (staff !== undefined) conditions.add('a.actor_id in (select id from staff where name = $$ or login = $$)', staff);
  if (caseNumber !== undefined) conditions.add('a.case_id = (select id from "case" where number = $$)', caseNumber);
  if (name !== undefined) conditions.add('a.operation = $$', name);
  if (from !== undefined) conditions.add('a.at >= $$', new Date(startOfDay(from)));
  if (to !== undefined) conditions.add('a.at < $$', new Date(endOfDay(to)));
  if (outcome !== undefined) conditions.plain(outcome === 'done' ? 'a.outcome < 400' : 'a.outcome >= 400');
  if (cursor !== undefined) conditions.add('a.id < $$::bigint', String(placeOf(cursor, 1)[0]));
};

export const searchAudit = operation({
  method: 'post',
  path: '/api/v1/audit/search',
  permission: 'audit.read',
  tag: '审计',
  summary: '查询审计记录',
  description:
    '本辖区的记录,新的在前:按人员、案件、当事人(身份证号,只在内容中)、操作、日期和结果。不需要 Idempotency-Key;查询本身记入审计。',
  effect: 'read',
  input: Input,
  output: z.object({ items: z.array(AuditView), next: z.string().nullable() }),
  example: {
    input: { operation: 'readIdentity', from: '2022-07-01' },
    output: { items: [exampleAuditRow], next: null },
  },
  async handler(context, { body: wanted }) {
    const conditions = createConditions();
    if (wanted.idNumber !== undefined) await addPerson(context, conditions, wanted.idNumber);
    addFilters(conditions, wanted);
    const rows = await context.store.withScopedClient(actorOf(context), (client) =>
      readAuditRows(client, conditions, LIMIT + 1),
    );
    const { items, next } = paged(rows, LIMIT, ({ id: last }) => [last]);
    context.audit.detail('found', items.length);
    for (const [name, value] of Object.entries(wanted))
      if (['staffId', 'operation', 'from', 'to', 'outcome'].includes(name)) context.audit.detail(name, value);
    return { items: [...items], next };
  },
});
