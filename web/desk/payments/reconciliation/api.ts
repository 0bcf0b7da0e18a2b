import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { components, operations } from '../../../client/schema';
import { api, dataOf, filled, keyed } from '../../../shared/api/client';
import { uuid } from '../../../shared/api/uuid';
import { useChange } from '../../../shared/plain-form/use-change';

type Schemas = components['schemas'];
export type FileView = Schemas['PaymentFile'];
export type ReturnView = Schemas['PaymentReturn'];
export type Reconciliation = Schemas['PaymentReconciliation'];
export type FindingView = Reconciliation['findings'][number];
export type Outcome = NonNullable<NonNullable<operations['listReturnRows']['parameters']['query']>['outcome']>;

/** What a return file or a decision changes: everything that hangs on the run. */
const TOUCHED = ['paymentRun', 'paymentRuns', 'queue'] as const;

export const contentOf = (fileId: string): string => `/api/v1/payment-files/${fileId}/content`;

export const useFiles = (runId: string) =>
  useQuery({
    queryKey: ['paymentRun', runId, 'files'],
    queryFn: () => dataOf(api.GET('/api/v1/payment-runs/{runId}/files', { params: { path: { runId } } })),
  });

export const useReturns = (runId: string) =>
  useQuery({
    queryKey: ['paymentRun', runId, 'returns'],
    queryFn: () => dataOf(api.GET('/api/v1/payment-runs/{runId}/returns', { params: { path: { runId } } })),
  });

export const useReturnRows = (returnId: string, outcome: Outcome | undefined) =>
  useInfiniteQuery({
    queryKey: ['paymentReturn', returnId, outcome],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/payment-returns/{returnId}/rows', {
          params: { path: { returnId }, query: filled({ outcome, cursor: pageParam }) },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const useReconciliation = (runId: string) =>
  useQuery({
    queryKey: ['paymentRun', runId, 'reconciliation'],
    queryFn: () => dataOf(api.GET('/api/v1/payment-runs/{runId}/reconciliation', { params: { path: { runId } } })),
  });

/** The file is the body itself; the document only knows it as text. */
export const useImportReturn = (runId: string) => {
  const change = useChange(TOUCHED);
  return (file: File) =>
    change([runId, file.name, file.size, uuid()], (key) =>
      dataOf(
        api.POST('/api/v1/payment-runs/{runId}/returns', {
          params: { path: { runId }, query: { name: file.name }, header: keyed(key) },
          body: file.name as never,
          bodySerializer: () => file,
          headers: { 'Content-Type': file.type || 'application/octet-stream' },
        }),
      ),
    );
};

type Reissue = operations['reissuePaymentLine']['requestBody']['content']['application/json'];

export const useReissue = () => {
  const change = useChange(TOUCHED);
  return (lineId: string, body: Reissue) =>
    change({ lineId, body }, (key) =>
      dataOf(
        api.POST('/api/v1/payment-lines/{lineId}/reissue', { params: { path: { lineId }, header: keyed(key) }, body }),
      ),
    );
};

/** All failed lines of the run whose account has been corrected, at once. */
export const useReissueCorrected = (runId: string) => {
  const change = useChange(TOUCHED);
  return () =>
    change({ runId }, (key) =>
      dataOf(api.POST('/api/v1/payment-runs/{runId}/reissue', { params: { path: { runId }, header: keyed(key) } })),
    );
};

type Closing = operations['closePaymentFinding']['requestBody']['content']['application/json'];

export const useCloseFinding = () => {
  const change = useChange(TOUCHED);
  return (findingId: string, body: Closing) =>
    change({ findingId, body }, (key) =>
      dataOf(
        api.POST('/api/v1/payment-findings/{findingId}/close', {
          params: { path: { findingId }, header: keyed(key) },
          body,
        }),
      ),
    );
};
