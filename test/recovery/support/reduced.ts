import { randomUUID } from 'node:crypto';
import { goThrough, openRun } from '../../payment-history/support/run';
import type { RecoveryWorld, View } from './world';

/** A recovery of 100 yuan from a household that is still in benefit. */
export interface Owing {
  readonly caseId: string;
  readonly id: string;
}

/** Reduced to 200 yuan from October, of which 300 were paid: 100 yuan are outstanding and 40 a month may be withheld. */
export const reduced = async (world: RecoveryWorld, n = 1): Promise<Owing> => {
  const [caseId, entitlement] = [await world.caseOf(n), randomUUID()];
  await world.owner.query(
    `begin;
     update entitlement set to_month = '2026-09' where case_id = '${caseId}';
     insert into entitlement (id, case_id, programme, from_month, monthly_fen, decision_id)
       values ('${entitlement}', '${caseId}', 'dibao', '2026-10', 20000, gen_random_uuid());
     insert into entitlement_component select '${entitlement}', applicant_id, 20000 from "case" where id = '${caseId}';
     commit`,
  );
  return { caseId, id: await world.toAgreeing(caseId) };
};

export interface Agreement {
  readonly instalments: readonly { readonly dueOn: string; readonly amount: string }[];
  /** Of each month, yuan. */
  readonly monthly?: string;
}

/** What the clerk sends: papers of the household's own for each agreement. */
export const papersFor = async (world: RecoveryWorld, caseId: string, { instalments, monthly }: Agreement) => ({
  agreementId: await world.paper(caseId),
  instalments,
  ...(monthly && { deduction: { amount: monthly, consentId: await world.paper(caseId) } }),
});

export const agree = async (world: RecoveryWorld, { caseId, id }: Owing, agreement: Agreement): Promise<View> => {
  await world.did('clerk', id, 'proposePlan', await papersFor(world, caseId, agreement));
  return world.did('approver', id, 'approvePlan');
};

export const lineIn = (world: RecoveryWorld, caseId: string, month: string) =>
  world.worker.prisma.paymentLine.findFirstOrThrow({
    where: { caseId, month, state: { not: 'cancelled' } },
    orderBy: { id: 'desc' },
  });

/** A month's list, drawn, sent and paid. */
export const paying = async (world: RecoveryWorld, month: string): Promise<string> => {
  const runId = await openRun(world.worker, month);
  await goThrough(world.worker, runId, () => ({ state: 'paid' }));
  return runId;
};

/** What the bank says later of the household's line. */
export const moveLine = async (
  world: RecoveryWorld,
  caseId: string,
  month: string,
  state: 'paid' | 'failed',
): Promise<void> => {
  const { id } = await lineIn(world, caseId, month);
  await world.worker.prisma.paymentLine.update({
    where: { id },
    data: { state, changedAt: new Date('2026-11-20T02:00:00Z'), paidOn: state === 'paid' ? '2026-11-20' : null },
  });
};
