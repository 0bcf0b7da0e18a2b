import { monthOf, civilDateAt, type CivilDate } from '../../domain/civil-date';
import { occasionDue, occasionOf, type Occasion } from '../../store/payments/occasion';
import { placesWithoutRun } from '../../store/payments/occasion-places';
import { openRun } from '../../store/payments/open-run';
import { paymentRules } from '../../store/payments/scope';
import { uuidOf } from '../../store/uuid';
import type { StepDeps } from '../steps/apply-step';

const YEAR_MS = 366 * 86_400_000;

/** Approved within the year and not yet known to be paid. */
const approved = async ({ store }: StepDeps, since: Date): Promise<readonly { kind: string; id: string }[]> => {
  const where = { state: 'approved', checkedAt: { gte: since } };
  const starts = await store.prisma.priceLinkageStart.findMany({
    where: { ...where, paidOn: null },
    select: { id: true },
  });
  const plans = await store.prisma.oneOffPlan.findMany({ where, select: { id: true } });
  return [
    ...starts.map(({ id }) => ({ kind: 'priceLinkage', id })),
    ...plans.map(({ id }) => ({ kind: 'oneOff', id })),
  ];
};

// @clause 三(二) an approved subsidy is paid by a run of every county that has recipients, without anybody's remembering
/**
 * Opens the run of every county and programme with recipients of an approved price linkage start or one-off plan that has
 * none yet and is paid by this system since the approval or before. What was missed is made good by the next call.
 */
export const openOccasionRuns = async (deps: StepDeps, today: CivilDate): Promise<number> => {
  const { store, rulebook } = deps;
  const waiting = await approved(deps, new Date(Date.parse(today) - YEAR_MS));
  if (waiting.length === 0) return 0;
  const rules = await store.prisma.$transaction((tx) => rulebook.rules(tx));
  const openFor = async (occasion: Occasion): Promise<number> => {
    const places = await store.withScopedClient(undefined, (client) => placesWithoutRun(client, occasion));
    let opened = 0;
    for (const { county, programme } of places) {
      const { firstMonth, format } = paymentRules(rules.parameters, county, today);
      if (!firstMonth || monthOf(civilDateAt(occasion.approvedAt.getTime())) < firstMonth) continue;
      const { id: occasionId, kind, month } = occasion;
      const due = await occasionDue(store.prisma, rules, occasion, county);
      const id = uuidOf('payment-run', county, programme, occasionId, 1);
      const run = {
        id,
        county,
        programme,
        month,
        kind,
        openedOn: today,
        format,
        occasionId,
        ...(due && { payBy: due }),
      };
      if (await store.withScopedClient(undefined, (client) => openRun(client, run))) opened += 1;
    }
    return opened;
  };
  let opened = 0;
  for (const { kind, id } of waiting) {
    const occasion = await store.prisma.$transaction((tx) => occasionOf(tx, rules.parameters, kind, id));
    if (occasion) opened += await openFor(occasion);
  }
  return opened;
};
