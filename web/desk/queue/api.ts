import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { components } from '../../client/schema';
import { api, dataOf, filled, oneOf } from '../../shared/api/client';
import { KEPT_MS } from '../../shared/case-table/keep-place';

export type WaitingItem = components['schemas']['WaitingItem'];

export interface QueueFilters {
  readonly view: string;
  readonly filter: string;
  readonly stage: string;
  readonly order?: string;
}

export const views = ['mine', 'office', 'subordinate'] as const;
export const dueFilters = ['today', 'dueSoon', 'overdue'] as const;
export const orders = ['urgency', 'time', 'stage'] as const;
export type Order = (typeof orders)[number];
export type View = (typeof views)[number];

const PAGE = '30';
const AGAIN_MS = 60_000;

export const useQueue = ({ view, filter, stage, order = '' }: QueueFilters) =>
  useInfiniteQuery({
    queryKey: ['queue', view, filter, stage, order],
    queryFn: ({ pageParam, signal }) => {
      const query = filled({
        view: oneOf(views, view),
        filter: oneOf(dueFilters, filter),
        order: oneOf(orders, order),
        stage,
        cursor: pageParam,
        limit: PAGE,
      });
      return dataOf(api.GET('/api/v1/queue', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: AGAIN_MS,
    gcTime: KEPT_MS,
  });

export const useWaiting = (view: string) =>
  useInfiniteQuery({
    queryKey: ['queue', 'waiting', view],
    queryFn: ({ pageParam, signal }) => {
      const query = filled({ view: oneOf(views, view), cursor: pageParam, limit: PAGE });
      return dataOf(api.GET('/api/v1/queue/waiting', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: AGAIN_MS,
    gcTime: KEPT_MS,
  });

/** Exact counts of a view; never shown from before when the desk is entered. */
export const useQueueCounts = (view: View) =>
  useQuery({
    queryKey: ['queue', 'counts', view],
    queryFn: () => dataOf(api.GET('/api/v1/queue/counts', { params: { query: { view } } })),
    refetchInterval: AGAIN_MS,
    staleTime: 0,
  });
