import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { components } from '../../client/schema';
import { api, dataOf, filled, keyed } from '../../shared/api/client';

type Schemas = components['schemas'];
export type SummaryView = Schemas['RecoverySummary'];
export type RecoveryView = Schemas['Recovery'];
export type PlanView = NonNullable<RecoveryView['plan']>;
export type ActionName = RecoveryView['actions'][number]['action'];

export const KEY = 'recoveries';

export const useRecoveries = (open: 'open' | 'closed') =>
  useInfiniteQuery({
    queryKey: [KEY, 'list', open],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/api/v1/recoveries', { params: { query: { open, ...filled({ cursor: pageParam }) } } })),
    getNextPageParam: ({ next }) => next,
  });

export const useRecovery = (recoveryId: string) =>
  useQuery({
    queryKey: [KEY, recoveryId],
    queryFn: () => dataOf(api.GET('/api/v1/recoveries/{recoveryId}', { params: { path: { recoveryId } } })),
  });

interface Step {
  readonly recoveryId: string;
  readonly action: ActionName;
  readonly expectedVersion: number;
  readonly input: unknown;
}

export const takeStep = (key: string, { recoveryId, action, expectedVersion, input }: Step) =>
  dataOf(
    api.POST('/api/v1/recoveries/{recoveryId}/actions/{action}', {
      params: { path: { recoveryId, action }, header: keyed(key) },
      body: { expectedVersion, input },
    }),
  );

/** Papers of the case, to name as agreement, consent or receipt. */
export const useCasePapers = (caseId: string, enabled: boolean) =>
  useQuery({
    enabled,
    queryKey: ['case', caseId, 'documents'],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/cases/{caseId}/documents', { params: { path: { caseId } } }))).documents,
  });
