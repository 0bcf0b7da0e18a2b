import { Client } from 'pg';
import { initialState } from '../../../domain/lifecycle/state';
import { enrolStaff } from '../../../prisma/seed/staff/enrol';
import { createStore, type Store } from '../../../store/client';
import { startApi } from '../../api/support/api';
import { populate, startPaying } from '../../payments/support/population';
import { startDesk } from '../../support/desk-process';
import { testKeyRing } from '../../support/key-ring';

/** A desk with the demo's accounts over households in benefit, on a day of the test's own. */
export interface PaidDesk {
  readonly url: string;
  readonly worker: Store;
  readonly owner: Client;
  /** Where the desk's files lie. */
  readonly directory: string;
  stop(): Promise<void>;
}

interface Wanted {
  readonly on: string;
  readonly townships: readonly string[];
  readonly count: number;
  /** First month of the benefits and of this system. */
  readonly fromMonth: string;
}

export const startPaidDesk = async ({ on, townships, count, fromMonth }: Wanted): Promise<PaidDesk> => {
  const limits = { general: 100_000, failedLogins: 1000 };
  const api = await startApi({ startAt: Date.parse(`${on}T02:00:00Z`), limits });
  const worker = createStore({ url: api.workerUrl, keyRing: testKeyRing() });
  const enrolling = createStore({ url: api.ownerUrl, keyRing: testKeyRing() });
  await enrolStaff({ store: enrolling });
  await enrolling.close();
  const owner = new Client({ connectionString: api.ownerUrl });
  await owner.connect();
  await populate(owner, { townships, count, fromMonth });
  for (const { id, division } of await worker.prisma.case.findMany({ select: { id: true, division: true } }))
    await worker.prisma.case.update({
      where: { id },
      data: { snapshot: { ...initialState(id, 'dibao', division, 'engine'), stage: 'benefiting' } as object },
    });
  await startPaying(worker, townships[0]!.slice(0, 6), fromMonth);
  const desk = await startDesk(api.app);
  return {
    url: desk.url,
    worker,
    owner,
    directory: api.directory,
    stop: async () => {
      await desk.close();
      await Promise.all([worker.close(), owner.end()]);
      await api.stop();
    },
  };
};
