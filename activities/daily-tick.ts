import { addDays, startOfDay, type CivilDate } from '../domain/civil-date';
import { integerOf, integersOf } from '../domain/parameters/read';
import { drawConfirmations } from './confirmation-sample';
import { openOccasionRuns } from './payments/open-occasions';
import { watchExchange } from './exchange/alerts';
import { redrawShort } from './funds/redraw';
import { watchFunds } from './funds/watch';
import { tickDynamics } from './dynamics/tick';
import { openMonthlyRuns } from './payments/open-runs';
import { tickRecovery } from './recovery/tick';
import type { StepDeps } from './steps/apply-step';
import { watchStandards } from './uplift/watch';

const instant = (date: CivilDate): Date => new Date(startOfDay(date));
const DEFAULT_DIVISION = '53';

/**
 * What is due on a day whoever looks or not: drafts are reminded after 7 and 30 days and removed after 90 (assumed), the
 * county's sample of delegated confirmations is drawn, the month's payment runs and those of approved subsidies are opened.
 * Level-triggered: a day missed is made good by the next.
 */
export const dailyTick = async (deps: StepDeps, date: CivilDate): Promise<void> => {
  const { store, rulebook } = deps;
  await store.prisma.$transaction(async (tx) => {
    const parameters = await rulebook.parameters(tx);
    const place = { on: date, division: DEFAULT_DIVISION };
    const removal = integerOf(parameters.get('deadline.draft.removal', place));
    await tx.draft.deleteMany({ where: { caseId: null, updatedAt: { lt: instant(addDays(date, -removal)) } } });
    for (const days of integersOf(parameters.get('deadline.draft.reminders', place))) {
      const since = instant(addDays(date, -days));
      await tx.$executeRaw`
        update draft set reminded_at = ${instant(date)}
        where case_id is null and updated_at < ${since}
          and (reminded_at is null or reminded_at < updated_at + make_interval(days => ${days}))`;
    }
    await tx.idempotentAnswer.deleteMany({ where: { createdAt: { lt: instant(addDays(date, -KEPT_DAYS)) } } });
  });
  await drawConfirmations(deps, date);
  await openMonthlyRuns(deps, date);
  await tickRecovery(deps, date);
  await tickDynamics(deps, date);
  await redrawShort(deps, date);
  await watchFunds(deps, date);
  await watchExchange(deps, date);
  await openOccasionRuns(deps, date);
  await watchStandards(deps, date);
};

/** How long a repeated POST still gets its stored answer. */
const KEPT_DAYS = 90;
