import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { operations } from '../../client/schema';
import { api, dataOf, keyed } from '../../shared/api/client';
import { useCommandKeys } from '../../shared/api/command-key';
import { uuid } from '../../shared/api/uuid';

export const useYear = (year: number, division: string) =>
  useQuery({
    queryKey: ['calendar', year, division],
    queryFn: () =>
      dataOf(api.GET('/api/v1/calendar/{year}', { params: { path: { year: String(year) }, query: { division } } })),
  });

export const useProposals = () =>
  useQuery({
    queryKey: ['calendar', 'proposals'],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/calendar/proposals', { params: { query: { state: 'proposed' } } }))).proposals,
  });

export type NewYear = operations['proposeCalendarYear']['requestBody']['content']['application/json'];

export const usePropose = () => {
  const keys = useCommandKeys();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NewYear) =>
      dataOf(api.POST('/api/v1/calendar/proposals', { params: { header: keyed(keys.keyFor(body)) }, body })),
    onSuccess: () => {
      keys.done();
      return queries.invalidateQueries({ queryKey: ['calendar'] });
    },
  });
};

export const useDecide = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, verdict }: { id: string; verdict: 'approve' | 'reject' }) => {
      const params = { path: { proposalId: id }, header: keyed(uuid()) };
      return verdict === 'approve'
        ? dataOf(api.POST('/api/v1/calendar/proposals/{proposalId}/approve', { params }))
        : dataOf(api.POST('/api/v1/calendar/proposals/{proposalId}/reject', { params }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['calendar'] }),
  });
};

export const useWaits = () =>
  useQuery({
    queryKey: ['calendar', 'waits'],
    queryFn: () => dataOf(api.GET('/api/v1/calendar/waiting')),
  });
