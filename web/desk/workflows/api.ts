import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, filled, keyed, oneOf } from '../../shared/api/client';
import { useCommandKeys } from '../../shared/api/command-key';

export interface WorkflowFilters {
  readonly stage: string;
  readonly state: string;
}

const states = ['overdue', 'failing', 'notStarted', 'drift'] as const;
const of = (caseId: string) => ({ params: { path: { caseId } } });

export const useWorkflows = ({ stage, state }: WorkflowFilters) =>
  useInfiniteQuery({
    queryKey: ['workflows', stage, state],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/admin/workflows', {
          params: { query: filled({ stage, state: oneOf(states, state), cursor: pageParam }) },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const useWorkflow = (caseId: string) =>
  useQuery({
    queryKey: ['workflow', caseId],
    queryFn: () => dataOf(api.GET('/api/v1/admin/workflows/{caseId}', of(caseId))),
    refetchInterval: 15_000,
  });

export const useComparison = (caseId: string) =>
  useQuery({
    queryKey: ['workflow', caseId, 'comparison'],
    queryFn: () => dataOf(api.GET('/api/v1/admin/workflows/{caseId}/comparison', of(caseId))),
  });

export const useRepair = (caseId: string) => {
  const keys = useCommandKeys();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      dataOf(
        api.POST('/api/v1/admin/workflows/{caseId}/repair', {
          params: { path: { caseId }, header: keyed(keys.keyFor(reason)) },
          body: { reason },
        }),
      ),
    onSuccess: () => {
      keys.done();
      return queries.invalidateQueries({ queryKey: ['workflow', caseId] });
    },
  });
};

export const useEngine = () =>
  useQuery({
    queryKey: ['engine'],
    queryFn: () => dataOf(api.GET('/api/v1/admin/engine')),
    refetchInterval: 15_000,
  });
