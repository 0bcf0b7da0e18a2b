import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, dataOf, filled, keyed, oneOf } from '../../shared/api/client';
import type { PlainValues } from '../../shared/plain-form/plain-field';
import { useChange } from '../../shared/plain-form/use-change';

export const useRelatives = (name: string, state: string) =>
  useInfiniteQuery({
    queryKey: ['relatives', name, state],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.POST('/api/v1/relatives/search', {
          body: filled({ name, state: oneOf(['inForce', 'ended'], state), cursor: pageParam }),
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const useCaseRelatives = (caseId: string) =>
  useQuery({
    queryKey: ['relatives', caseId],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/cases/{caseId}/relatives', { params: { path: { caseId } } }))).items,
  });

export const useColleagues = () =>
  useQuery({
    queryKey: ['colleagues'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/colleagues'))).colleagues,
    staleTime: 600_000,
  });

export const useRegister = (caseId: string) => {
  const change = useChange(['relatives', 'case']);
  return {
    declare: ({ personId = '', staffId, relativeName, post = '', relation = '' }: PlainValues) => {
      const body = {
        personId,
        post,
        relation,
        ...(staffId ? { staffId } : {}),
        ...(relativeName ? { relativeName } : {}),
      };
      return change(body, (key) =>
        dataOf(
          api.POST('/api/v1/cases/{caseId}/relatives', { params: { path: { caseId }, header: keyed(key) }, body }),
        ),
      );
    },
    end: ({ declarationId = '', reason = '' }: PlainValues) =>
      change([declarationId, reason], (key) =>
        dataOf(
          api.POST('/api/v1/cases/{caseId}/relatives/{declarationId}/end', {
            params: { path: { caseId, declarationId }, header: keyed(key) },
            body: { reason },
          }),
        ),
      ),
  };
};
