import { drainOutbox } from '../../store/outbox';
import type { StepDeps } from '../steps/apply-step';
import { sendSms, type SmsDeps } from './send';
import { writePaymentNotices } from './write';

export const noticeKinds = ['payment-notice', 'sms'] as const;

/** Whether the run is looked at once more anyway: of many answers to one run the last look tells of all. */
const laterWaits = async ({ store }: StepDeps, id: string, runId: string): Promise<boolean> => {
  const { rowCount } = await store.pool.query(
    `select from outbox where done_at is null and kind = 'payment-notice' and id > $1::bigint and payload ->> 'runId' = $2 limit 1`,
    [id, runId],
  );
  return rowCount === 1;
};

/** Writes the notices of runs whose lines were paid or failed, and sends what goes by short message. */
export const tellHouseholds = async (
  deps: StepDeps & SmsDeps,
  now: () => Date = () => new Date(),
): Promise<{ readonly done: number; readonly failed: number }> =>
  drainOutbox(deps.store.pool, {
    'payment-notice': async ({ id, payload }) => {
      const { runId } = payload as { readonly runId: string };
      if (!(await laterWaits(deps, id, runId))) await writePaymentNotices(deps, runId, now());
    },
    sms: ({ payload }) => sendSms(deps, (payload as { readonly letterId: string }).letterId),
  });
