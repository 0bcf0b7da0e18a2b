import { z } from 'zod';
import { nameOf } from '../../domain/divisions';
import { yuanFromFen } from '../../domain/money';
import { upliftClasses, upliftClassNames, type UpliftClass } from '../../domain/uplift/classes';
import { toYearEnd } from '../../domain/uplift/budget';
import { upliftStateNames, upliftStates, type UpliftState } from '../../domain/uplift/run';
import type { UpliftCounty, UpliftRun } from '../../generated/prisma/client';
import { id } from '../fields';
import { staffNames } from './names';
import type { Tx } from '../deps';

export const runParams = z.strictObject({ runId: id('提标') });
export const exampleRunId = '3d0c7a8e-1f52-4a6e-8b7c-5e2f9a1b0c50';

export const UpliftView = z
  .object({
    id: z.uuid(),
    division: z.string(),
    divisionName: z.string(),
    from: z.string(),
    state: z.enum(upliftStateNames),
    stateLabel: z.string(),
    version: z.int(),
    note: z.string().nullable().meta({ description: '需要办理人注意的情形' }),
    seed: z.string().meta({ description: '抽样种子' }),
    madeBy: z.uuid(),
    makerName: z.string(),
    createdAt: z.iso.datetime(),
    approverName: z.string().nullable(),
    approvedAt: z.iso.datetime().nullable(),
    approvalNote: z.string().nullable(),
    doneAt: z.iso.datetime().nullable(),
    total: z.int(),
    reckoned: z.int().meta({ description: '已试算' }),
    applied: z.int().meta({ description: '已提高' }),
    appliedMonthly: z.string().meta({ description: '已执行部分每月增加(元)' }),
    kept: z.int(),
    opened: z.int().meta({ description: '已转变更程序' }),
    failed: z.int(),
  })
  .meta({ id: 'Uplift' });

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

export const upliftViews = async (tx: Tx, rows: readonly UpliftRun[]): Promise<z.input<typeof UpliftView>[]> => {
  const names = await staffNames(
    tx,
    rows.flatMap(({ madeBy, approvedBy }) => [madeBy, ...(approvedBy ? [approvedBy] : [])]),
  );
  return rows.map((row) => ({
    id: row.id,
    division: row.division,
    divisionName: nameOf(row.division),
    from: row.effectiveFrom,
    state: row.state as UpliftState,
    stateLabel: upliftStates[row.state as UpliftState].label,
    version: row.version,
    note: row.note,
    seed: row.seed,
    madeBy: row.madeBy,
    makerName: names.get(row.madeBy) ?? '',
    createdAt: row.createdAt.toISOString(),
    approverName: row.approvedBy ? (names.get(row.approvedBy) ?? '') : null,
    approvedAt: instant(row.approvedAt),
    approvalNote: row.approvalNote,
    doneAt: instant(row.doneAt),
    total: row.total,
    reckoned: row.reckoned,
    applied: row.applied,
    appliedMonthly: yuanFromFen(row.appliedFen),
    kept: row.kept,
    opened: row.opened,
    failed: row.failed,
  }));
};

export const upliftView = async (tx: Tx, row: UpliftRun): Promise<z.input<typeof UpliftView>> =>
  (await upliftViews(tx, [row]))[0]!;

export const ClassSum = z.object({
  class: z.enum(upliftClassNames),
  label: z.string(),
  cases: z.int(),
  persons: z.int(),
  now: z.string(),
  then: z.string(),
  difference: z.string(),
  differenceYearEnd: z.string(),
});
export const CountySum = z
  .object({ county: z.string(), name: z.string(), classes: z.array(ClassSum) })
  .meta({ id: 'UpliftCounty' });

interface Line {
  readonly class: string;
  readonly cases: number;
  readonly persons: number;
  readonly oldFen: bigint;
  readonly newFen: bigint;
}

const classSum = (name: UpliftClass, lines: readonly Line[], from: string): z.input<typeof ClassSum> => {
  const sum = (of: (line: Line) => bigint): bigint => lines.reduce((all, line) => all + of(line), 0n);
  const [now, then] = [sum(({ oldFen }) => oldFen), sum(({ newFen }) => newFen)];
  return {
    class: name,
    label: upliftClasses[name].label,
    cases: lines.reduce((all, { cases }) => all + cases, 0),
    persons: lines.reduce((all, { persons }) => all + persons, 0),
    now: yuanFromFen(now),
    then: yuanFromFen(then),
    difference: yuanFromFen(then - now),
    differenceYearEnd: yuanFromFen(toYearEnd(from, then - now)),
  };
};

const classSums = (lines: readonly Line[], from: string): z.input<typeof ClassSum>[] =>
  upliftClassNames
    .map((name) => ({ name, own: lines.filter((line) => line.class === name) }))
    .filter(({ own }) => own.length > 0)
    .map(({ name, own }) => classSum(name, own, from));

/** What the dry run found: by county, and all counties together. */
export const countySums = (rows: readonly UpliftCounty[], from: string) => {
  const counties = [...new Set(rows.map(({ county }) => county))].sort();
  return {
    counties: counties.map((county) => ({
      county,
      name: nameOf(county),
      classes: classSums(
        rows.filter((row) => row.county === county),
        from,
      ),
    })),
    total: classSums(rows, from),
  };
};

export const exampleUplift = {
  id: exampleRunId,
  division: '530581',
  divisionName: '腾冲市',
  from: '2025-07-01',
  state: 'reviewing' as const,
  stateLabel: '待抽查和批准',
  version: 1,
  note: null,
  seed: '530581/2025-07-01',
  madeBy: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
  makerName: '示例审查人',
  createdAt: '2025-06-20T02:00:00.000Z',
  approverName: null,
  approvedAt: null,
  approvalNote: null,
  doneAt: null,
  total: 5_000,
  reckoned: 5_000,
  applied: 0,
  appliedMonthly: '0.00',
  kept: 0,
  opened: 0,
  failed: 0,
};
