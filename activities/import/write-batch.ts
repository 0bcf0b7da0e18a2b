import type { Prisma } from '../../generated/prisma/client';
import type { Tell } from './findings';
import type { Household } from './household';
import { numberCases } from './numbers';
import { enrolBatch, refuseTaken } from './persons';
import { caseIdOf, commandIdOf } from './ids';
import { householdRows, type HouseholdRows, type ImportDay } from './rows';

type Tx = Prisma.TransactionClient;

export interface BatchResult {
  readonly kept: number;
  readonly unchanged: number;
  readonly changed: number;
  readonly failed: number;
}

const insert = async (tx: Tx, rows: readonly HouseholdRows[]): Promise<void> => {
  await tx.person.createMany({ data: rows.flatMap(({ person }) => person) });
  await tx.household.createMany({ data: rows.map(({ household }) => household) });
  await tx.membership.createMany({ data: rows.flatMap(({ membership }) => membership) });
  await tx.caseScope.createMany({ data: rows.map(({ scope }) => scope) });
  await tx.case.createMany({
    data: await numberCases(
      tx,
      rows.map((row) => row.case),
    ),
  });
  await tx.caseMember.createMany({ data: rows.flatMap(({ member }) => member) });
  await tx.fact.createMany({ data: rows.flatMap(({ fact }) => fact) });
  await tx.caseInput.createMany({ data: rows.map(({ input }) => input) });
  await tx.assessment.createMany({ data: rows.flatMap(({ assessment }) => assessment) });
  await tx.decision.createMany({ data: rows.map(({ decision }) => decision) });
  await tx.entitlement.createMany({ data: rows.map(({ entitlement }) => entitlement) });
  await tx.entitlementComponent.createMany({ data: rows.flatMap(({ component }) => component) });
  await tx.deadline.createMany({ data: rows.map(({ deadline }) => deadline) });
  await tx.caseEvent.createMany({ data: rows.map(({ event }) => event) });
};

interface Sorted {
  readonly fresh: readonly Household[];
  readonly own: number;
  readonly unchanged: number;
  readonly changed: number;
}

/** What is on file stays: the same is passed over, the different is told, what this very job wrote before it was cut off counts. */
const sortKnown = async (tx: Tx, households: readonly Household[], jobId: string, tell: Tell): Promise<Sorted> => {
  const events = await tx.caseEvent.findMany({
    where: { action: 'imported', caseId: { in: households.map(caseIdOf) } },
    select: { caseId: true, inputHash: true, commandId: true },
  });
  const known = new Map(events.map((event) => [event.caseId, event]));
  const found = households.map((household) => ({
    household,
    caseId: caseIdOf(household),
    event: known.get(caseIdOf(household)),
  }));
  const own = found.filter(({ caseId, event }) => event?.commandId === commandIdOf(jobId, caseId));
  const others = found.filter(({ event }) => event && !own.some((one) => one.event === event));
  const changed = others.filter(({ household, event }) => event?.inputHash !== household.hash);
  for (const { household } of changed)
    tell(household.line, '', `户${household.number}已导入过,内容与上次不同,没有覆盖;请在该户案件中登记变更`, 'changed');
  return {
    fresh: found.filter(({ event }) => !event).map(({ household }) => household),
    own: own.length,
    unchanged: others.length - changed.length,
    changed: changed.length,
  };
};

/** One batch, whole or not at all. */
export const writeBatch = async (
  tx: Tx,
  households: readonly Household[],
  day: ImportDay,
  tell: Tell,
): Promise<BatchResult> => {
  const { fresh, own, unchanged, changed } = await sortKnown(tx, households, day.jobId, tell);
  const enrolled = await enrolBatch(tx, day.cipher, day.on, fresh, tell);
  const free = await refuseTaken(tx, enrolled, tell);
  const rows: HouseholdRows[] = [];
  for (const household of free) {
    const made = householdRows(household, enrolled.get(household) ?? [], day);
    if ('refused' in made) {
      tell(household.line, '', made.refused, 'notEligible');
      continue;
    }
    for (const warning of made.warnings) tell(household.line, '月保障金额', warning, 'warning');
    rows.push(made);
  }
  if (rows.length > 0) await insert(tx, rows);
  return { kept: rows.length + own, unchanged, changed, failed: fresh.length - rows.length };
};
