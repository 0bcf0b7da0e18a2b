import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';
import type { PlainValues } from '../../shared/plain-form/plain-field';

/** What is looked for travels in the body; `asked` alone, a number, stands in the key of the cache. */
export const useAudit = (wanted: PlainValues, asked: number) =>
  useInfiniteQuery({
    queryKey: ['audit', asked],
    queryFn: ({ pageParam }) =>
      dataOf(api.POST('/api/v1/audit/search', { body: { ...wanted, ...(pageParam ? { cursor: pageParam } : {}) } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: asked > 0,
    gcTime: 0,
  });

export const useOperations = () =>
  useQuery({
    queryKey: ['auditOperations'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/audit/operations'))).operations,
    staleTime: Infinity,
  });

export const useSeals = () =>
  useQuery({ queryKey: ['seals'], queryFn: () => dataOf(api.GET('/api/v1/audit/seals')), refetchInterval: 60_000 });

export const verifyDay = (day: string) => dataOf(api.POST('/api/v1/audit/verify', { body: { day } }));
