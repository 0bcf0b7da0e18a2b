import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import type { Page, QueueItem } from '../../shared/api/types';

export interface QueueFilters {
  readonly view: string;
  readonly filter: string;
  readonly stage: string;
}

export const useQueue = (filters: QueueFilters) =>
  useInfiniteQuery({
    queryKey: ['queue', filters],
    queryFn: ({ pageParam, signal }) =>
      call<Page<QueueItem>>('/api/v1/queue', { query: { ...filters, cursor: pageParam, limit: 30 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 60_000,
  });

export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Exact counts of all three views. */
export const useQueueCounts = () =>
  useQuery({
    queryKey: ['queue', 'counts'],
    queryFn: () => call<Counts>('/api/v1/queue/counts'),
    refetchInterval: 60_000,
  });
