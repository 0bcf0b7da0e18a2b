import { z } from 'zod';
import { nameOf, pathOf } from '../../domain/divisions';
import { yuanFromFen } from '../../domain/money';
import { upliftClasses, upliftClassNames, type UpliftClass } from '../../domain/uplift/classes';
import { upliftLetterId } from '../../store/uplift/ids';
import type { UpliftResult } from '../../generated/prisma/client';
import type { Tx } from '../deps';

const states = ['reckoned', 'applied', 'kept', 'opened', 'lead', 'failed'] as const;

/** Who a case of a run is, for staff in scope. */
export const caseFields = {
  caseId: z.uuid(),
  number: z.string(),
  applicantName: z.string(),
  division: z.string(),
  divisionName: z.string(),
  divisionPath: z.string(),
};

export const UpliftCase = z
  .object({
    ...caseFields,
    area: z.enum(['urban', 'rural']),
    class: z.enum(upliftClassNames),
    classLabel: z.string(),
    now: z.string(),
    then: z.string(),
    difference: z.string(),
    persons: z.int(),
    reason: z.string().nullable(),
    state: z.enum(states),
    applied: z.string().nullable().meta({ description: '执行后的每月金额(元)' }),
    letterId: z.uuid().nullable(),
    delivered: z.boolean().meta({ description: '增发通知书已送达' }),
  })
  .meta({ id: 'UpliftCase' });

/** Numbers and names of the cases of a page. */
export const casesOf = async (tx: Tx, caseIds: readonly string[]) => {
  const rows = await tx.case.findMany({
    where: { id: { in: [...caseIds] } },
    select: { id: true, number: true, applicantName: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
};

export const caseView = (
  { caseId, division }: { readonly caseId: string; readonly division: string },
  known: Awaited<ReturnType<typeof casesOf>>,
) => ({
  caseId,
  number: known.get(caseId)?.number ?? '',
  applicantName: known.get(caseId)?.applicantName ?? '',
  division,
  divisionName: nameOf(division),
  divisionPath: pathOf(division),
});

const deliveredAmong = async (tx: Tx, letterIds: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await tx.letter.findMany({
    where: { id: { in: [...letterIds] }, deliveredAt: { not: null } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
};

export const resultViews = async (tx: Tx, rows: readonly UpliftResult[]): Promise<z.input<typeof UpliftCase>[]> => {
  const known = await casesOf(
    tx,
    rows.map(({ caseId }) => caseId),
  );
  const letters = new Map(
    rows.filter(({ state }) => state === 'applied').map(({ runId, caseId }) => [caseId, upliftLetterId(runId, caseId)]),
  );
  const delivered = await deliveredAmong(tx, [...letters.values()]);
  return rows.map((row) => {
    const letterId = letters.get(row.caseId) ?? null;
    return {
      ...caseView(row, known),
      area: row.area === 'urban' ? 'urban' : 'rural',
      class: row.class as UpliftClass,
      classLabel: upliftClasses[row.class as UpliftClass].label,
      now: yuanFromFen(row.oldFen),
      then: yuanFromFen(row.newFen),
      difference: yuanFromFen(row.newFen - row.oldFen),
      persons: row.persons,
      reason: row.reason,
      state: row.state as (typeof states)[number],
      applied: row.appliedFen === null ? null : yuanFromFen(row.appliedFen),
      letterId,
      delivered: letterId !== null && delivered.has(letterId),
    };
  });
};

export const upliftCaseStates = states;
