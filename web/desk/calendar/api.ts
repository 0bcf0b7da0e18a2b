import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useCommandKeys } from '../../shared/api/command-key';
import { uuid } from '../../shared/api/uuid';
import type { Range } from './parse-lines';

interface Year {
  readonly year: number;
  readonly title: string;
  readonly source: string;
  readonly off: readonly Range[];
  readonly worked: readonly string[];
  readonly local: readonly (Range & { readonly closesOffice: boolean })[];
}

export interface Proposal {
  readonly id: string;
  readonly year: number;
  readonly division: string;
  readonly source: string;
  readonly title?: string;
  readonly off?: readonly Range[];
  readonly worked?: readonly string[];
  readonly makerId: string;
}

export const useYear = (year: number, division: string) =>
  useQuery({
    queryKey: ['calendar', year, division],
    queryFn: () => call<Year>(`/api/v1/calendar/${year}`, { query: { division } }),
  });

export const useProposals = () =>
  useQuery({
    queryKey: ['calendar', 'proposals'],
    queryFn: async () =>
      (await call<{ proposals: readonly Proposal[] }>('/api/v1/calendar/proposals', { query: { state: 'proposed' } }))
        .proposals,
  });

export const usePropose = () => {
  const keys = useCommandKeys();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: unknown) =>
      call<Proposal>('/api/v1/calendar/proposals', { method: 'POST', body, key: keys.keyFor(body) }),
    onSuccess: () => {
      keys.done();
      return queries.invalidateQueries({ queryKey: ['calendar'] });
    },
  });
};

export const useDecide = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, verdict }: { id: string; verdict: 'approve' | 'reject' }) =>
      call(`/api/v1/calendar/proposals/${id}/${verdict}`, { method: 'POST', key: uuid() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['calendar'] }),
  });
};
