import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, dataOf, filled, oneOf } from '../../shared/api/client';

export interface QueueFilters {
  readonly view: string;
  readonly filter: string;
  readonly stage: string;
}

export const views = ['mine', 'office', 'subordinate'] as const;
export const dueFilters = ['today', 'dueSoon', 'overdue'] as const;
export type View = (typeof views)[number];

export const useQueue = ({ view, filter, stage }: QueueFilters) =>
  useInfiniteQuery({
    queryKey: ['queue', view, filter, stage],
    queryFn: ({ pageParam, signal }) => {
      const query = filled({
        view: oneOf(views, view),
        filter: oneOf(dueFilters, filter),
        stage,
        cursor: pageParam,
        limit: '30',
      });
      return dataOf(api.GET('/api/v1/queue', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: 60_000,
  });

/** Exact counts of all three views. */
export const useQueueCounts = () =>
  useQuery({
    queryKey: ['queue', 'counts'],
    queryFn: () => dataOf(api.GET('/api/v1/queue/counts')),
    refetchInterval: 60_000,
  });
