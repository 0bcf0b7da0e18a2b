import { z } from 'zod';
import { civilDateAt, daysBetween } from '../../domain/civil-date';
import { nameOf } from '../../domain/divisions';
import { roles, type Role } from '../../domain/lifecycle/roles';
import type { Actor } from '../actor';
import { daysLeftUntil } from '../cases/views/deadlines';
import { kinds, SOON_DAYS } from './filters';
import { nextActionOf } from './next-action';
import { clocks } from './clocks';
import { caseOf, exampleOfCase, ofCase, type CaseColumns } from './of-case';

export const QueueItem = z
  .object({
    workItemId: z.uuid(),
    ...ofCase,
    owner: z.string().meta({ description: 'stage 或事项编号' }),
    kind: z.enum(kinds),
    sentence: z.string().meta({ description: '要做什么' }),
    role: z.string(),
    roleLabel: z.string(),
    dueAt: z.iso.datetime().nullable(),
    promisedAt: z.iso.datetime().nullable().meta({ description: '承诺时限,先于法定时限' }),
    daysLeft: z.int().nullable(),
    overdue: z.boolean(),
    colour: z.enum(['overdue', 'promiseBroken', 'dueSoon', 'inTime', 'noLimit']),
    level: z.int().meta({ description: '督办级别:0 经办人、1 乡镇、2 县、3 州市' }),
    assignee: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    createdAt: z.iso.datetime(),
    action: z
      .object({ verb: z.string(), form: z.string().nullable().meta({ description: '要打开的表单;空为打开案件' }) })
      .meta({ description: '这一行的一个动作' }),
    cause: z.string().nullable().meta({ description: '超期的缘由:停在哪个单位、哪个岗位、几天了' }),
  })
  .meta({ id: 'QueueItem' });

/** Of work_item w. */
export const workDetails = 'work_details(w.case_id, w.owner) as details';

interface Details {
  readonly promisedAt: string | null;
  readonly running: readonly string[];
  readonly matter: readonly [kind: string, step: string] | null;
}

export interface QueueRow extends CaseColumns {
  readonly id: string;
  readonly owner: string;
  readonly kind: (typeof kinds)[number];
  readonly sentence: string;
  readonly role: string;
  readonly office: string;
  readonly details: Details;
  readonly dueAt: Date | null;
  readonly level: number;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly createdAt: Date;
  readonly stageSince: Date;
}

/** A promise that is broken is worse than a limit that is near, and better than one that is over. */
const colourOf = (dueAt: Date | null, promisedAt: Date | null, now: Date): z.input<typeof QueueItem>['colour'] => {
  if (dueAt && dueAt <= now) return 'overdue';
  if (promisedAt && promisedAt <= now) return 'promiseBroken';
  const next = [dueAt, promisedAt].filter((at) => at !== null).sort((a, b) => a.getTime() - b.getTime())[0];
  if (!next) return 'noLimit';
  return (daysLeftUntil(next, now) ?? 0) <= SOON_DAYS ? 'dueSoon' : 'inTime';
};

/** Where an overdue item is stuck, and for how long: a stage since the case came to it, whenever the office was reminded. */
const causeOf = (row: QueueRow, now: Date): string | null => {
  const { dueAt, office, role, assigneeName, owner } = row;
  if (dueAt === null || dueAt > now) return null;
  const since = owner === 'stage' ? row.stageSince : row.createdAt;
  const days = daysBetween(civilDateAt(since.getTime()), civilDateAt(now.getTime()));
  const who = roles[role as Role]?.label ?? role;
  return `停在${nameOf(office)}${who}(${assigneeName ?? '未指定经办'})${days}天`;
};

/** Where nothing is left to do but to wait for a clock, the row says for which. */
const sentenceOf = ({ kind, owner, sentence, details: { running } }: QueueRow, form: string | null): string => {
  const clock = owner === 'stage' && form === null ? running.find((limit) => limit in clocks) : undefined;
  return kind === 'task' && clock !== undefined ? clocks[clock]! : sentence;
};

export const queueItem = (
  row: QueueRow,
  actor: Pick<Actor, 'role' | 'division'>,
  now: Date,
): z.input<typeof QueueItem> => {
  const { promisedAt, running, matter } = row.details;
  const promised = promisedAt === null ? null : new Date(promisedAt);
  const action = nextActionOf(
    { ...row, running, matterKind: matter?.[0] ?? null, matterStep: matter?.[1] ?? null },
    actor,
  );
  return {
    workItemId: row.id,
    ...caseOf(row),
    owner: row.owner,
    kind: row.kind,
    sentence: sentenceOf(row, action.form),
    role: row.role,
    roleLabel: roles[row.role as Role]?.label ?? row.role,
    dueAt: row.dueAt?.toISOString() ?? null,
    promisedAt: promised?.toISOString() ?? null,
    daysLeft: daysLeftUntil(row.dueAt, now),
    overdue: row.dueAt !== null && row.dueAt <= now,
    colour: colourOf(row.dueAt, promised, now),
    level: row.level,
    assignee: row.assigneeId && row.assigneeName ? { id: row.assigneeId, name: row.assigneeName } : null,
    createdAt: row.createdAt.toISOString(),
    action,
    cause: causeOf(row, now),
  };
};

export const exampleItem: z.input<typeof QueueItem> = {
  workItemId: '70829304-b5c6-5d0f-8152-6c7d8e9fa0b1',
  ...exampleOfCase,
  owner: 'stage',
  kind: 'task',
  sentence: '待审查材料:审查材料,决定受理、一次性告知补正或不予受理',
  role: 'townshipClerk',
  roleLabel: '乡镇经办人',
  dueAt: '2022-08-03T16:00:00.000Z',
  promisedAt: null,
  daysLeft: 2,
  overdue: false,
  colour: 'dueSoon',
  level: 0,
  assignee: null,
  createdAt: '2022-08-01T02:00:00.000Z',
  action: { verb: '受理', form: 'stage.accept' },
  cause: null,
};
