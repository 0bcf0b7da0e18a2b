import { z } from 'zod';
import { pathOf } from '../../../domain/divisions';
import { tableOf } from '../../../domain/lifecycle/programmes';
import { yuanFromFen } from '../../../domain/money';
import type { Marks } from '../list/marks';
import { daysLeftUntil } from './deadlines';

export const CaseSummary = z
  .object({
    id: z.uuid(),
    number: z.string(),
    programme: z.string(),
    division: z.string(),
    divisionPath: z.string(),
    area: z.string(),
    applicantName: z.string(),
    memberCount: z.int(),
    stage: z.object({ id: z.string(), label: z.string(), since: z.iso.datetime() }),
    submittedAt: z.iso.datetime(),
    dueAt: z.iso.datetime().nullable(),
    daysLeft: z.int().nullable(),
    overdue: z.boolean(),
    monthly: z.string(),
    assignee: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    emergency: z.boolean().meta({ description: '有急难转办尚未办结' }),
    forcedVisit: z.boolean().meta({ description: '县级必须入户' }),
  })
  .meta({ id: 'CaseSummary' });

export type CaseListItem = z.input<typeof CaseSummary>;

/** A row of a list as plain SQL gives it. */
export interface CaseRow extends Marks {
  readonly id: string;
  readonly number: string;
  readonly programme: string;
  readonly division: string;
  readonly area: string;
  readonly applicantName: string;
  readonly memberCount: number;
  readonly stage: string;
  readonly stageSince: Date;
  readonly submittedAt: Date;
  readonly nextDueAt: Date | null;
  readonly monthlyFen: string;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
}

export const caseSummary = (row: CaseRow, now: Date): z.input<typeof CaseSummary> => ({
  id: row.id,
  number: row.number,
  programme: row.programme,
  division: row.division,
  divisionPath: pathOf(row.division),
  area: row.area,
  applicantName: row.applicantName,
  memberCount: row.memberCount,
  stage: {
    id: row.stage,
    label: tableOf(row.programme)[row.stage]?.label ?? row.stage,
    since: row.stageSince.toISOString(),
  },
  submittedAt: row.submittedAt.toISOString(),
  dueAt: row.nextDueAt?.toISOString() ?? null,
  daysLeft: daysLeftUntil(row.nextDueAt, now),
  overdue: row.nextDueAt !== null && row.nextDueAt <= now,
  monthly: yuanFromFen(BigInt(row.monthlyFen)),
  assignee: row.assigneeId && row.assigneeName ? { id: row.assigneeId, name: row.assigneeName } : null,
  ...row.marks,
});

export const exampleSummary: z.input<typeof CaseSummary> = {
  id: '5f0f6a3e-6d0a-5b7e-9c1d-0a4b8e2f7c10',
  number: '530581-2022-000123',
  programme: 'dibao',
  division: '530581001000',
  divisionPath: '云南省保山市腾冲市腾越街道',
  area: 'urban',
  applicantName: '甲示例',
  memberCount: 3,
  stage: { id: 'submitted', label: '待审查材料', since: '2022-08-01T02:00:00.000Z' },
  submittedAt: '2022-08-01T02:00:00.000Z',
  dueAt: '2022-08-03T16:00:00.000Z',
  daysLeft: 2,
  overdue: false,
  monthly: '0.00',
  assignee: null,
  emergency: false,
  forcedVisit: false,
};
