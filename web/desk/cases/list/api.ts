import { useInfiniteQuery } from '@tanstack/react-query';
import { api, dataOf, filled } from '../../../shared/api/client';
import { searchBody } from './search';

export interface CaseFilters {
  readonly stage: string;
  readonly overdue: string;
}

/** Filters go in the address; a name or an ID number goes in a body, so that it stands in no log and no history. */
export const useCases = ({ stage, overdue }: CaseFilters, search: string) =>
  useInfiniteQuery({
    queryKey: ['cases', stage, overdue, search],
    queryFn: ({ pageParam, signal }) => {
      if (search !== '') {
        return dataOf(
          api.POST('/api/v1/cases/search', { body: searchBody(search, { stage, overdue }, pageParam), signal }),
        );
      }
      const query = filled({
        stage,
        overdue: overdue === 'true' ? ('true' as const) : undefined,
        cursor: pageParam,
        limit: '30',
      });
      return dataOf(api.GET('/api/v1/cases', { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
