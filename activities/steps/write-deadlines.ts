import type { Deadline } from '../../generated/prisma/client';
import type { StepContext } from './context';
import type { StartedLimit } from './limits';
import type { Settled } from './settle';

const endOf = (deadline: Deadline, met: boolean): string =>
  deadline.state === 'late' ? 'metLate' : met ? 'met' : 'ended';

/** The row of a started limit, without its id and case. */
export const deadlineData = ({ owner, kind, from, variant, limit }: StartedLimit) => ({
  owner,
  kind,
  variant: variant ?? null,
  fromDate: from,
  state: limit ? 'running' : 'unpublished',
  dueAt: limit ? new Date(limit.dueAt) : null,
  promisedAt: limit?.promisedAt === undefined ? null : new Date(limit.promisedAt),
  length: limit?.length ?? null,
  unit: limit?.unit ?? '',
  clause: limit?.clause ?? '',
  explanation: limit?.explanation ?? '日历未发布:期限所及年份的工作日安排尚未公布,公布后自动计算',
});

/** Limits that end, with the tasks that hang on them: one statement. */
const endLimits = async ({ tx, row, at }: StepContext, ends: readonly object[], ids: readonly string[]) => {
  const when = new Date(at);
  await tx.$executeRaw`with ended as (
      update deadline d set state = e.state, ended_at = ${when}
      from jsonb_to_recordset(${JSON.stringify(ends)}::jsonb) as e (id uuid, state text) where d.id = e.id)
    update work_item set done_at = ${when}
    where case_id = ${row.id}::uuid and deadline_id = any (${ids}::uuid[]) and done_at is null`;
};

/** Limits that start, or that are filled in at last where their calendar was not published: one statement. */
const startLimits = async ({ tx, row }: StepContext, started: readonly StartedLimit[]) => {
  // Of one limit started twice in a step the later word counts.
  const byId = new Map(started.map((start) => [start.id, { ...deadlineData(start), id: start.id }]));
  const rows = JSON.stringify([...byId.values()]);
  await tx.$executeRaw`insert into deadline (id, case_id, owner, kind, variant, from_date, state, due_at, promised_at, length, unit, clause, explanation)
    select id, ${row.id}::uuid, owner, kind, variant, "fromDate", state, "dueAt", "promisedAt", length, unit, clause, explanation
    from jsonb_to_recordset(${rows}::jsonb) as s (id uuid, owner text, kind text, variant text, "fromDate" text, state text,
      "dueAt" timestamptz, "promisedAt" timestamptz, length int, unit text, clause text, explanation text)
    on conflict (id) do update set owner = excluded.owner, kind = excluded.kind, variant = excluded.variant,
      from_date = excluded.from_date, state = excluded.state, due_at = excluded.due_at, promised_at = excluded.promised_at,
      length = excluded.length, unit = excluded.unit, clause = excluded.clause, explanation = excluded.explanation`;
};

export const writeDeadlines = async (
  context: StepContext,
  { started, ended }: Settled,
  running: readonly Deadline[],
): Promise<void> => {
  const ends = ended.flatMap(({ id, met }) => {
    const deadline = running.find((other) => other.id === id);
    return deadline ? [{ id, state: endOf(deadline, met) }] : [];
  });
  const ids = ended.map(({ id }) => id);
  if (ids.length > 0) await endLimits(context, ends, ids);
  if (started.length > 0) await startLimits(context, started);
};
