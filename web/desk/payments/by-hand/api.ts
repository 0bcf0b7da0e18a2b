import { useInfiniteQuery } from '@tanstack/react-query';
import type { components, operations } from '../../../client/schema';
import { api, dataOf, filled, keyed } from '../../../shared/api/client';
import { useChange } from '../../../shared/plain-form/use-change';

export type HandAnswer = components['schemas']['PaymentHandAnswer'];
type Said = operations['proposeHandAnswer']['parameters']['query'];

/** What the bank said of a line or of a file, without the paper. */
export type HandAnswerInput = Omit<Said, 'name'>;

const TOUCHED = ['paymentRun', 'paymentRuns', 'queue'] as const;

export const evidenceOf = (answerId: string): string => `/api/v1/payment-hand-answers/${answerId}/evidence`;

export const useHandAnswers = (runId: string, enabled: boolean) =>
  useInfiniteQuery({
    enabled,
    queryKey: ['paymentRun', runId, 'handAnswers'],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/payment-runs/{runId}/hand-answers', {
          params: { path: { runId }, query: filled({ cursor: pageParam }) },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** The paper is the body itself; the document only knows it as text. */
export const useProposeAnswer = (runId: string) => {
  const change = useChange(TOUCHED);
  return (said: HandAnswerInput, paper: File) =>
    change({ runId, said, paper: [paper.name, paper.size, paper.lastModified] }, (key) =>
      dataOf(
        api.POST('/api/v1/payment-runs/{runId}/hand-answers', {
          params: { path: { runId }, query: { ...said, name: paper.name }, header: keyed(key) },
          body: paper.name as never,
          bodySerializer: () => paper,
          headers: { 'Content-Type': paper.type || 'application/octet-stream' },
        }),
      ),
    );
};

export const useDecideAnswer = () => {
  const change = useChange(TOUCHED);
  return (answerId: string, verdict: 'approve' | 'reject') =>
    change({ answerId, verdict }, (key) =>
      dataOf(
        api.POST(`/api/v1/payment-hand-answers/{answerId}/${verdict}`, {
          params: { path: { answerId }, header: keyed(key) },
        }),
      ),
    );
};
