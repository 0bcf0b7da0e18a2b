import { addDays, startOfDay, type CivilDate } from '../../domain/civil-date';
import { nameOf } from '../../domain/divisions';
import { levelDigits } from '../../domain/lifecycle/roles';
import { isProgramme, programmes } from '../../domain/lifecycle/programmes';
import { integerOf } from '../../domain/parameters/read';
import { recoveryReminder } from '../../domain/recovery/letters';
import { coveredOf, instalmentStatus } from '../../domain/recovery/plan';
import { claimOverpaid } from '../../store/recovery/find';
import { writeRecoveryLetter } from '../../store/recovery/letter';
import { spokenFor } from '../../store/recovery/spoken-for';
import { newId } from '../../store/uuid';
import type { Tx } from '../../store/with-scope';
import type { StepDeps } from '../steps/apply-step';

const OPENING_MS = 9 * 3_600_000;

interface Overdue {
  readonly recoveryId: string;
  readonly planId: string;
  readonly number: number;
}

/** The agreement in force; none while a new one waits for its checker, for which the household has signed already. */
const planOf = async (tx: Tx, recoveryId: string, date: CivilDate) => {
  await tx.$queryRaw`select 1 from recovery where id = ${recoveryId}::uuid for update`;
  const [plan, proposed] = await tx.recoveryPlan.findMany({
    where: { recoveryId, state: { in: ['approved', 'proposed'] } },
    orderBy: { state: 'asc' },
  });
  if (!plan || proposed) return undefined;
  const instalments = await tx.recoveryInstalment.findMany({ where: { planId: plan.id }, orderBy: { number: 'asc' } });
  const entries = await tx.recoveryEntry.findMany({ where: { recoveryId }, select: { kind: true, fen: true } });
  const covered = coveredOf(entries) - plan.coveredBeforeFen;
  const withBank = await spokenFor(tx, recoveryId);
  return { plan, instalments, statuses: instalmentStatus(instalments, { covered, withBank }, date) };
};

/** Tells household and township of one overdue instalment, once. */
const remind = async (tx: Tx, { recoveryId, planId, number }: Overdue, date: CivilDate): Promise<void> => {
  const { count } = await tx.recoveryInstalment.updateMany({
    where: { planId, number, remindedOn: null },
    data: { remindedOn: date },
  });
  if (count === 0) return;
  const at = new Date(startOfDay(date) + OPENING_MS);
  const recovery = await tx.recovery.findUniqueOrThrow({ where: { id: recoveryId } });
  const one = await tx.recoveryInstalment.findUniqueOrThrow({ where: { planId_number: { planId, number } } });
  const row = await tx.case.findUniqueOrThrow({
    where: { id: recovery.caseId },
    select: { id: true, number: true, sequence: true, applicantName: true },
  });
  const { programme, township, outstandingFen: outstanding } = recovery;
  const head = {
    number: row.number,
    programme: isProgramme(programme) ? programmes[programme].label : programme,
    applicantName: row.applicantName,
    office: `${nameOf(township.slice(0, levelDigits.county))}民政局`,
    on: date,
  };
  await writeRecoveryLetter(tx, row, recoveryReminder(head, { ...one, outstanding }), at);
  await tx.workItem.create({
    data: {
      id: newId(),
      caseId: row.id,
      owner: `recovery/${recoveryId}/${number}`,
      kind: 'reminder',
      role: 'townshipClerk',
      division: township,
      sentence: `追缴:第${number}期还款已逾期,请联系家庭并送达催缴通知书`,
      createdAt: at,
    },
    select: { id: true },
  });
};

/** What is paid in the meantime needs no reminder any more. */
const dropReminders = async (tx: Tx, recoveryId: string, caseId: string, paid: readonly number[], at: Date) => {
  await tx.workItem.updateMany({
    where: { caseId, owner: { in: paid.map((number) => `recovery/${recoveryId}/${number}`) }, doneAt: null },
    data: { doneAt: at },
  });
};

/**
 * Once a day, with nobody touching anything: claims what was overpaid by the decisions now in force, and reminds of
 * instalments that are overdue and that no line with the bank makes good. A day missed is made good by the next; nothing is claimed or reminded twice.
 */
export const tickRecovery = async ({ store, rulebook }: StepDeps, date: CivilDate): Promise<void> => {
  const at = new Date(startOfDay(date) + OPENING_MS);
  await store.prisma.$transaction((tx) => claimOverpaid(tx, date, at), { timeout: 600_000 });
  const parameters = await store.prisma.$transaction((tx) => rulebook.parameters(tx));
  const repaying = await store.prisma.recovery.findMany({
    where: { OR: [{ state: 'repaying' }, { settledOn: { gte: addDays(date, -1) } }] },
    select: { id: true, caseId: true, township: true },
    orderBy: { id: 'asc' },
  });
  for (const { id, caseId, township } of repaying)
    await store.prisma.$transaction(async (tx) => {
      const days = integerOf(parameters.get('recovery.remindDays', { on: date, division: township }));
      const found = await planOf(tx, id, addDays(date, -days));
      if (!found) return;
      const { plan, statuses } = found;
      for (const { number, state } of statuses)
        if (state === 'overdue') await remind(tx, { recoveryId: id, planId: plan.id, number }, date);
      const paid = statuses.filter(({ state }) => state === 'paid').map(({ number }) => number);
      await dropReminders(tx, id, caseId, paid, at);
    });
};
