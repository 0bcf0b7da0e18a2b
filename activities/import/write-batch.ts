import type { Prisma } from '../../generated/prisma/client';
import type { Tell } from './findings';
import type { Household } from './household';
import { insertRows } from './insert';
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

/** In the order in which the tables point at each other. */
const insert = async (tx: Tx, rows: readonly HouseholdRows[]): Promise<void> => {
  const cases = await numberCases(
    tx,
    rows.map((row) => row.case),
  );
  const tables: readonly (readonly [string, readonly object[]])[] = [
    ['person', rows.flatMap(({ person }) => person)],
    ['household', rows.map(({ household }) => household)],
    ['membership', rows.flatMap(({ membership }) => membership)],
    ['case_scope', rows.map(({ scope }) => scope)],
    ['case', cases],
    ['case_member', rows.flatMap(({ member }) => member)],
    ['fact', rows.flatMap(({ fact }) => fact)],
    ['case_input', rows.map(({ input }) => input)],
    ['assessment', rows.flatMap(({ assessment }) => assessment)],
    ['decision', rows.map(({ decision }) => decision)],
    ['entitlement', rows.map(({ entitlement }) => entitlement)],
    ['entitlement_component', rows.flatMap(({ component }) => component)],
    ['deadline', rows.map(({ deadline }) => deadline)],
    ['case_event', rows.map(({ event }) => event)],
  ];
  for (const [table, data] of tables) await insertRows(tx, table, data);
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
