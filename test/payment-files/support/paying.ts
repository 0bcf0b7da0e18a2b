import { advanceRun } from '../../../activities/payments/advance';
import { openMonthlyRuns } from '../../../activities/payments/open-runs';
import { startOfDay } from '../../../domain/civil-date';
import { importReturn } from '../../../store/payment-files/import-return';
import { createRulebook } from '../../../store/rulebook';
import type { OpenedStores } from '../../store/support/store';
import { testFiles } from '../../support/test-files';

const COUNTY = '530581';
export const FINANCE = '7c0f5a2b-3d1e-4f6a-8b9c-0d1e2f3a4b5c';

/** Where runs are opened, drawn and sent in a test. */
export const payingDesk = (stores: OpenedStores) => {
  const files = testFiles(stores.worker);
  const deps = { store: stores.worker, rulebook: createRulebook(), files };
  const at = (day: string): number => startOfDay(day) + 9 * 3_600_000;
  const advance = (runId: string, day: string) => advanceRun(deps, runId, at(day));
  const { prisma } = stores.worker;
  return {
    files,
    advance,
    at: (day: string) => new Date(at(day)),
    /** Draws the month's first run. @param format of its files */
    async draw(day: string, format = 'cardPlatform'): Promise<string> {
      await openMonthlyRuns(deps, day);
      const [run] = await prisma.paymentRun.findMany({ where: { state: 'drawing' }, orderBy: { month: 'asc' } });
      await stores.owner.query('update payment_run set format = $2 where id = $1', [run!.id, format]);
      await advance(run!.id, day);
      return run!.id;
    },
    /** As though all had released it: the people's steps have tests of their own. */
    async send(runId: string, day: string): Promise<void> {
      await stores.owner.query(`update payment_run set state = 'sending' where id = $1`, [runId]);
      await advance(runId, day);
    },
    filesOf: (runId: string) =>
      prisma.paymentFile.findMany({ where: { runId }, orderBy: [{ bank: 'asc' }, { part: 'asc' }] }),
    /** As the county's finance office brings it. */
    bring: (runId: string, bytes: Buffer, day = '2026-09-09', name = '回盘.csv') =>
      stores.api.withScopedClient({ staffId: FINANCE, division: COUNTY }, (client) =>
        importReturn(
          client,
          files,
          runId,
          { name, bytes },
          { staffId: FINANCE, role: 'financeMaker' },
          new Date(at(day)),
        ),
      ),
    linesOf: (runId: string) => prisma.paymentLine.findMany({ where: { runId }, orderBy: { id: 'asc' } }),
  };
};

export type PayingDesk = ReturnType<typeof payingDesk>;
