import { z } from 'zod';
import { deadlineKinds } from '../../domain/deadlines/kinds';
import { matters } from '../../domain/lifecycle/matters';
import { programmes, type Programme } from '../../domain/lifecycle/programmes';
import { provinceStageOf } from '../../domain/lifecycle/province-stages';
import { noFacts } from '../../domain/lifecycle/facts';
import { roles, type Role } from '../../domain/lifecycle/roles';
import { needsVersion, targetsOf, type Table } from '../../domain/lifecycle/table';
import { formSchemas } from './form-schema';

const RoleName = z.object({ role: z.string(), label: z.string() });

const ActionRow = z.object({
  action: z.string(),
  says: z.string(),
  needs: z.string(),
  to: z.array(z.string()),
  by: z.array(RoleName),
  needsVersion: z.boolean(),
});

const StepRow = z.object({
  id: z.string(),
  label: z.string(),
  provinceStage: z.string().nullable(),
  heldBy: RoleName.nullable(),
  todo: z.string().nullable(),
  limits: z.array(z.object({ kind: z.string(), label: z.string(), from: z.string(), whenDue: z.string().nullable() })),
  actions: z.array(ActionRow),
});

export const LifecycleView = z
  .object({
    programme: z.string(),
    label: z.string(),
    stages: z.array(StepRow),
    matters: z.array(
      z.object({
        kind: z.string(),
        label: z.string(),
        says: z.string(),
        needs: z.string(),
        by: z.array(RoleName),
        stages: z.array(z.string()),
        steps: z.array(StepRow),
      }),
    ),
    inputs: z.record(z.string(), z.record(z.string(), z.unknown())).meta({
      description: '各种填写内容的 JSON Schema,字段 title 为中文名,x-choices 为选项名,x-reference 说明填的是谁的编号',
    }),
  })
  .meta({ id: 'Lifecycle' });

type Answer = z.input<typeof LifecycleView>;

const roleName = (role: Role): z.input<typeof RoleName> => ({ role, label: roles[role].label });
const nothingKnown = noFacts({ authority: 'county', adults: [], relatives: [] });

const stepsOf = (table: Table, isStage: boolean): Answer['stages'] =>
  Object.entries(table).map(([id, row]) => ({
    id,
    label: row.label,
    provinceStage: (isStage ? provinceStageOf(id, nothingKnown) : undefined) ?? null,
    heldBy: row.heldBy ? roleName(row.heldBy) : null,
    todo: row.todo ?? null,
    limits: Object.entries(row.limits).map(([kind, limit]) => ({
      kind,
      label: deadlineKinds[kind as keyof typeof deadlineKinds].label,
      from: limit.from,
      whenDue: limit.whenDue ?? null,
    })),
    actions: Object.entries(row.actions).map(([action, { says, needs = 'none', by, to }]) => ({
      action,
      says,
      needs,
      to: [...targetsOf({ to, by, says }, id)],
      by: by.map(roleName),
      needsVersion: needsVersion(action),
    })),
  }));

/** The tables that engine, API and desk share, as one answer. */
export const lifecycleView = (programme: Programme): Answer => ({
  programme,
  label: programmes[programme].label,
  stages: stepsOf(programmes[programme].table, true),
  matters: Object.entries(matters).map(([kind, row]) => ({
    kind,
    label: row.label,
    says: row.says,
    needs: row.needs,
    by: row.by.map(roleName),
    stages: [...row.stages],
    steps: stepsOf(row.table as Table, false),
  })),
  inputs: formSchemas(),
});
