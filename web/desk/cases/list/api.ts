import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '../../../shared/api/call';
import type { CaseRow, Page } from '../../../shared/api/types';
import { searchBody } from './search';

export interface CaseFilters {
  readonly stage: string;
  readonly overdue: string;
}

/** Filters go in the address; a name or an ID number goes in a body, so that it stands in no log and no history. */
export const useCases = (filters: CaseFilters, search: string) =>
  useInfiniteQuery({
    queryKey: ['cases', filters, search],
    queryFn: ({ pageParam, signal }) =>
      search === ''
        ? call<Page<CaseRow>>('/api/v1/cases', { query: { ...filters, cursor: pageParam, limit: 30 }, signal })
        : call<Page<CaseRow>>('/api/v1/cases/search', {
            method: 'POST',
            body: searchBody(search, filters, pageParam),
            signal,
          }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
