import { advanceRun } from '../../../activities/payments/advance';
import type { CivilMonth } from '../../../domain/civil-date';
import { runStates, type RunAction, type RunState } from '../../../domain/payments/run';
import { importReturn } from '../../../store/payment-files/import-return';
import { takeRunAction } from '../../../store/payments/act';
import { wakeRun } from '../../../store/payments/history';
import { createRulebook } from '../../../store/rulebook';
import { sqlOf, type Sql } from '../../../store/sql';
import { uuidOf } from '../../../store/uuid';
import { holderOf, type Account } from '../staff/roster';
import { PATIENCE, type SeedDeps } from '../telling/deps';
import { answerOf } from './bank';
import { correctCard } from './cards';
import { dayIn, paidMonths, PAYING_COUNTY } from './county';
import { tellDebt } from './debt';
import { troubles, unanswered } from './troubles';

const PROGRAMME = 'dibao';
const office = `${PAYING_COUNTY}000000`;

/** Where the demo leaves each month, the present one last. */
const leftAt: readonly RunState[] = ['settled', 'settled', 'paying', 'making'];

interface Told {
  readonly deps: SeedDeps;
  readonly runId: string;
  readonly month: CivilMonth;
}

const runOf = ({ deps, runId }: Told) => deps.store.prisma.paymentRun.findUniqueOrThrow({ where: { id: runId } });

/** What a step hands to the engine is done here, at its own instant. */
const silently = async (deps: SeedDeps, runId: string, work: (sql: Sql) => Promise<unknown>): Promise<void> => {
  await deps.store.prisma.$transaction(async (tx) => {
    await work(sqlOf(tx));
    await tx.$executeRaw`update outbox set done_at = now()
        where kind = 'payment-run' and done_at is null and payload ->> 'runId' = ${runId}`;
  }, PATIENCE);
};

const step = async ({ deps, runId, month }: Told, action: RunAction, by: Account, day: number, township?: string) => {
  const { version } = await runOf({ deps, runId, month });
  const actor = { staffId: by.id, role: by.role, division: by.division };
  const at = new Date(deps.days.instant(dayIn(month, day), day));
  const input = { expectedVersion: version, ...(township && { township }) };
  await silently(deps, runId, (sql) => takeRunAction(sql, runId, action, actor, input, at));
};

const advance = ({ deps: { store, files, days }, runId, month }: Told, day: number) =>
  advanceRun({ store, files, rulebook: createRulebook() }, runId, days.instant(dayIn(month, day), day + 1));

const confirmAll = async (told: Told): Promise<void> => {
  const waiting = await told.deps.store.prisma.paymentTownship.findMany({
    where: { runId: told.runId, confirmedAt: null },
    orderBy: { township: 'asc' },
  });
  for (const { township } of waiting) await step(told, 'confirm', holderOf('approver', `${township}000`), 3, township);
  await advance(told, 3);
};

const sentLines = ({ deps, runId }: Told) =>
  deps.store.prisma.paymentLine.findMany({ where: { runId, state: 'sent' }, orderBy: { id: 'asc' } });

const take = async (told: Told, bytes: Uint8Array): Promise<void> => {
  const { deps, runId, month } = told;
  const { id: staffId, role } = holderOf('financeMaker', office);
  const file = { name: `回盘${month}.xlsx`, bytes };
  const at = new Date(deps.days.instant(dayIn(month, 9), 9));
  await silently(deps, runId, (sql) => importReturn(sql, deps.files, runId, file, { staffId, role }, at));
  await advance(told, 9);
};

const bring = async (told: Told): Promise<void> => take(told, answerOf(await sentLines(told), dayIn(told.month, 9)));

/** A first answer: some could not be paid, and their accounts were put right since; of one the bank has said nothing yet. */
const bringTroubles = async (told: Told): Promise<void> => {
  const lines = await sentLines(told);
  const failing = new Map(troubles.map(({ caseId, says }) => [caseId, says]));
  if (lines.some(({ caseId }) => failing.has(caseId))) {
    const answered = lines.filter(({ caseId }) => !unanswered.includes(caseId));
    const said = answered.map((line) => ({ ...line, failed: failing.get(line.caseId) }));
    await take(told, answerOf(said, dayIn(told.month, 9)));
  }
  const { runId, deps } = told;
  const failed = await deps.store.prisma.paymentLine.findMany({ where: { runId, state: 'failed' } });
  for (const { caseId, waits } of troubles)
    if (failed.some((line) => line.caseId === caseId)) await correctCard(deps, caseId, waits);
};

/** What happens besides, once a month stands where it is left; the present one last. */
const besides: readonly ((told: Told) => Promise<void>)[] = [
  ({ deps }) => tellDebt(deps),
  () => Promise.resolve(),
  bringTroubles,
  () => Promise.resolve(),
];

/** What leads on from each state, as the people of the county do it in the first days of the month. */
const onwards: Readonly<Partial<Record<RunState, (told: Told) => Promise<unknown>>>> = {
  drawing: (told) => advance(told, 1),
  confirming: confirmAll,
  making: (told) => step(told, 'submit', holderOf('reviewer', office), 4),
  checking: (told) => step(told, 'check', holderOf('countyApprover', office), 5),
  preparing: (told) => step(told, 'prepare', holderOf('financeMaker', office), 6),
  releasing: (told) => step(told, 'release', holderOf('financeChecker', office), 7),
  sending: (told) => advance(told, 7),
  paying: bring,
};

const walk = async (told: Told, until: RunState): Promise<RunState> => {
  for (;;) {
    const state = (await runOf(told)).state as RunState;
    const go = onwards[state];
    if (!go || runStates[state].order >= runStates[until].order) return state;
    await go(told);
  }
};

const openRun = async ({ store, days }: SeedDeps, month: CivilMonth): Promise<string> => {
  const id = uuidOf('payment-run', PAYING_COUNTY, PROGRAMME, month, 'monthly', 1);
  const run = { id, county: PAYING_COUNTY, programme: PROGRAMME, month, kind: 'monthly', seq: 1, state: 'drawing' };
  const openedOn = dayIn(month, 1) > days.today ? days.today : dayIn(month, 1);
  await store.prisma.paymentRun.createMany({
    data: [{ ...run, openedOn, payBy: dayIn(month, 10), format: 'cardPlatform' }],
    skipDuplicates: true,
  });
  return id;
};

/** The months of the paying county, each to where the demo leaves it; what is not at its end goes on by the engine. */
export const tellRuns = async (deps: SeedDeps): Promise<number> => {
  const months = paidMonths(deps.days);
  for (const [at, month] of months.entries()) {
    const runId = await openRun(deps, month);
    const told = { deps, runId, month };
    const state = await walk(told, leftAt[at] ?? 'making');
    await besides[at]?.(told);
    if (state !== 'settled') await deps.store.prisma.$transaction((tx) => wakeRun(sqlOf(tx), runId));
  }
  return months.length;
};
