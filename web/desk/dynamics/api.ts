import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { components } from '../../client/schema';
import { api, dataOf, filled, keyed } from '../../shared/api/client';

type Schemas = components['schemas'];
export type SummaryView = Schemas['DynamicsListSummary'];
export type ListView = Schemas['DynamicsList'];
export type ItemView = ListView['list'][number];

export const KEY = 'dynamics';

export const useLists = () =>
  useInfiniteQuery({
    queryKey: [KEY, 'lists'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/api/v1/dynamics', { params: { query: filled({ cursor: pageParam }) } })),
    getNextPageParam: ({ next }) => next,
  });

export const useList = (listId: string) =>
  useQuery({
    queryKey: [KEY, listId],
    queryFn: () => dataOf(api.GET('/api/v1/dynamics/{listId}', { params: { path: { listId } } })),
  });

export const useReport = (month: string) =>
  useQuery({
    enabled: /^\d{4}-\d{2}$/.test(month),
    queryKey: [KEY, 'report', month],
    queryFn: () => dataOf(api.GET('/api/v1/dynamics-reports/{month}', { params: { path: { month }, query: {} } })),
  });

interface Decided {
  readonly listId: string;
  readonly itemId: string;
  readonly expectedVersion: number;
  readonly decision: 'noChange' | 'matter' | 'note';
  readonly note?: string;
}

export const decideItem = (key: string, { listId, itemId, ...body }: Decided) =>
  dataOf(
    api.POST('/api/v1/dynamics/{listId}/items/{itemId}', {
      params: { path: { listId, itemId }, header: keyed(key) },
      body,
    }),
  );

export type Step = 'submit' | 'sign' | 'return';

export const takeStep = (key: string, { id, version }: Pick<ListView, 'id' | 'version'>, step: Step) => {
  const options = { params: { path: { listId: id }, header: keyed(key) }, body: { expectedVersion: version } };
  if (step === 'submit') return dataOf(api.POST('/api/v1/dynamics/{listId}/submit', options));
  return step === 'sign'
    ? dataOf(api.POST('/api/v1/dynamics/{listId}/sign', options))
    : dataOf(api.POST('/api/v1/dynamics/{listId}/return', options));
};
