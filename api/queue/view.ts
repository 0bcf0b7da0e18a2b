import { z } from 'zod';
import { civilDateAt, daysBetween } from '../../domain/civil-date';
import { nameOf, pathOf } from '../../domain/divisions';
import { tableOf } from '../../domain/lifecycle/programmes';
import { roles, type Role } from '../../domain/lifecycle/roles';
import type { Actor } from '../actor';
import type { Marks } from '../cases/list/marks';
import { daysLeftUntil } from '../cases/views/deadlines';
import { kinds, SOON_DAYS } from './filters';
import { nextActionOf } from './next-action';
import { clocks } from './clocks';

export const QueueItem = z
  .object({
    workItemId: z.uuid(),
    caseId: z.uuid(),
    number: z.string(),
    applicantName: z.string(),
    programme: z.string(),
    division: z.string(),
    divisionPath: z.string(),
    stage: z.object({ id: z.string(), label: z.string() }),
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
    emergency: z.boolean().meta({ description: '有急难转办尚未办结' }),
    forcedVisit: z.boolean().meta({ description: '县级必须入户' }),
    action: z
      .object({ verb: z.string(), form: z.string().nullable().meta({ description: '要打开的表单;空为打开案件' }) })
      .meta({ description: '这一行的一个动作' }),
    cause: z.string().nullable().meta({ description: '超期的缘由:停在哪个单位、哪个岗位、几天了' }),
  })
  .meta({ id: 'QueueItem' });

export interface QueueRow extends Marks {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly programme: string;
  readonly division: string;
  readonly stage: string;
  readonly owner: string;
  readonly kind: (typeof kinds)[number];
  readonly sentence: string;
  readonly role: string;
  readonly office: string;
  readonly running: readonly string[];
  readonly matter: readonly [kind: string, step: string] | null;
  readonly dueAt: Date | null;
  readonly promisedAt: Date | null;
  readonly level: number;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly createdAt: Date;
  readonly stageSince: Date;
}

/** A promise that is broken is worse than a limit that is near, and better than one that is over. */
const colourOf = ({ dueAt, promisedAt }: QueueRow, now: Date): z.input<typeof QueueItem>['colour'] => {
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
const sentenceOf = ({ kind, owner, sentence, running }: QueueRow, form: string | null): string => {
  const clock = owner === 'stage' && form === null ? running.find((limit) => limit in clocks) : undefined;
  return kind === 'task' && clock !== undefined ? clocks[clock]! : sentence;
};

export const queueItem = (
  row: QueueRow,
  actor: Pick<Actor, 'role' | 'division'>,
  now: Date,
): z.input<typeof QueueItem> => {
  const action = nextActionOf(
    { ...row, matterKind: row.matter?.[0] ?? null, matterStep: row.matter?.[1] ?? null },
    actor,
  );
  return {
    workItemId: row.id,
    caseId: row.caseId,
    number: row.number,
    applicantName: row.applicantName,
    programme: row.programme,
    division: row.division,
    divisionPath: pathOf(row.division),
    stage: { id: row.stage, label: tableOf(row.programme)[row.stage]?.label ?? row.stage },
    owner: row.owner,
    kind: row.kind,
    sentence: sentenceOf(row, action.form),
    role: row.role,
    roleLabel: roles[row.role as Role]?.label ?? row.role,
    dueAt: row.dueAt?.toISOString() ?? null,
    promisedAt: row.promisedAt?.toISOString() ?? null,
    daysLeft: daysLeftUntil(row.dueAt, now),
    overdue: row.dueAt !== null && row.dueAt <= now,
    colour: colourOf(row, now),
    level: row.level,
    assignee: row.assigneeId && row.assigneeName ? { id: row.assigneeId, name: row.assigneeName } : null,
    createdAt: row.createdAt.toISOString(),
    emergency: row.emergency,
    forcedVisit: row.forcedVisit,
    action,
    cause: causeOf(row, now),
  };
};

export const exampleItem: z.input<typeof QueueItem> = {
  workItemId: '70829304-b5c6-5d0f-8152-6c7d8e9fa0b1',
  caseId: '5f0f6a3e-6d0a-5b7e-9c1d-0a4b8e2f7c10',
  number: '530581-2022-000123',
  applicantName: '甲示例',
  programme: 'dibao',
  division: '530581001000',
  divisionPath: '云南省保山市腾冲市腾越街道',
  stage: { id: 'submitted', label: '待审查材料' },
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
  emergency: false,
  forcedVisit: false,
  action: { verb: '受理', form: 'stage.accept' },
  cause: null,
};
