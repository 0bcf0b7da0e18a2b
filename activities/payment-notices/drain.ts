import { drainOutbox } from '../../store/outbox';
import type { StepDeps } from '../steps/apply-step';
import { sendSms, type SmsDeps } from './send';
import { writePaymentNotices } from './write';

export const noticeKinds = ['payment-notice', 'sms'] as const;

/** Writes the notices of runs whose lines were paid or failed, and sends what goes by short message. */
export const tellHouseholds = async (
  deps: StepDeps & SmsDeps,
  now: () => Date = () => new Date(),
): Promise<{ readonly done: number; readonly failed: number }> =>
  drainOutbox(deps.store.pool, {
    'payment-notice': async ({ payload }) => {
      await writePaymentNotices(deps, (payload as { readonly runId: string }).runId, now());
    },
    sms: ({ payload }) => sendSms(deps, (payload as { readonly letterId: string }).letterId),
  });
