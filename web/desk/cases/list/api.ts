import { useInfiniteQuery, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../client/schema';
import { api, dataOf, filled, keyed } from '../../../shared/api/client';
import { useCommandKeys } from '../../../shared/api/command-key';
import { KEPT_MS } from '../../../shared/case-table/keep-place';
import { filterBody, filterQuery, type CaseFilters } from './filters';
import { searchWords } from './search';

export type SavedView = components['schemas']['SavedView'];
const PAGE = 30;

/** Filters go in the address; a name or an ID number goes in a body, so that it stands in no log and no history. */
export const useCases = (filters: CaseFilters, search: string) =>
  useInfiniteQuery({
    queryKey: ['cases', filters, search],
    queryFn: ({ pageParam: cursor, signal }) => {
      if (search !== '') {
        const body = { ...searchWords(search), ...filterBody(filters), limit: PAGE, ...(cursor && { cursor }) };
        return dataOf(api.POST('/api/v1/cases/search', { body, signal }));
      }
      const query = filled({ ...filterQuery(filters), cursor, limit: String(PAGE) });
      return dataOf(api.GET('/api/v1/cases', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    gcTime: KEPT_MS,
  });

const VIEWS = ['savedViews', 'cases'] as const;

export const useSavedViews = () =>
  useQuery({
    queryKey: VIEWS,
    queryFn: async () => (await dataOf(api.GET('/api/v1/saved-views', { params: { query: { list: 'cases' } } }))).views,
  });

export const useSaveView = () => {
  const keys = useCommandKeys();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (view: Pick<SavedView, 'name' | 'filters' | 'columns'>) => {
      const body = { list: 'cases' as const, ...view };
      return dataOf(api.POST('/api/v1/saved-views', { params: { header: keyed(keys.keyFor(body)) }, body }));
    },
    onSuccess: () => {
      keys.done();
      return queries.invalidateQueries({ queryKey: VIEWS });
    },
  });
};

export const useDeleteView = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (viewId: string) =>
      dataOf(api.DELETE('/api/v1/saved-views/{viewId}', { params: { path: { viewId } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: VIEWS }),
  });
};

/** Places below each of these, in one list. */
export const usePlaces = (parents: readonly string[]) =>
  useQueries({
    queries: parents.map((parent) => ({
      queryKey: ['places', parent],
      queryFn: async () => (await dataOf(api.GET('/api/v1/divisions', { params: { query: { parent } } }))).divisions,
      staleTime: Infinity,
    })),
    combine: (answers) => answers.flatMap(({ data }) => data ?? []),
  });

export const useColleagues = () =>
  useQuery({ queryKey: ['colleagues', 'all'], queryFn: () => dataOf(api.GET('/api/v1/colleagues')) });
