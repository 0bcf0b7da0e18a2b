import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { components } from '../../client/schema';
import { api, dataOf, keyed } from '../../shared/api/client';
import type { PlainValues } from '../../shared/plain-form/plain-field';
import { useChange } from '../../shared/plain-form/use-change';

type Schemas = components['schemas'];
export type UpliftView = Schemas['Uplift'];
export type UpliftDetail = Schemas['UpliftDetail'];
export type UpliftCase = Schemas['UpliftCase'];
export type SampleRow = Schemas['UpliftSampleRow'];
export type LeadView = Schemas['UpliftLead'];

const LIVE_MS = 2_000;
const moves = (state: UpliftView['state'] | undefined): boolean =>
  state === 'reckoning' || state === 'approved' || state === 'applying';

export const useUplifts = () =>
  useQuery({
    queryKey: ['uplifts'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/uplifts'))).uplifts,
    refetchInterval: ({ state }) => (state.data?.some((one) => moves(one.state)) ? LIVE_MS : false),
  });

/** Read again every two seconds while the system works on it. */
export const useUplift = (runId: string) =>
  useQuery({
    queryKey: ['uplifts', runId],
    queryFn: () => dataOf(api.GET('/api/v1/uplifts/{runId}', { params: { path: { runId } } })),
    refetchInterval: ({ state }) => (moves(state.data?.uplift.state) ? LIVE_MS : false),
  });

interface Wanted {
  readonly class?: UpliftCase['class'];
  readonly state?: UpliftCase['state'];
}

export const useUpliftCases = (runId: string, wanted: Wanted) =>
  useInfiniteQuery({
    queryKey: ['uplifts', runId, 'cases', wanted],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/uplifts/{runId}/cases', {
          params: { path: { runId }, query: { ...wanted, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const useUpliftSample = (runId: string) =>
  useQuery({
    queryKey: ['uplifts', runId, 'sample'],
    queryFn: () => dataOf(api.GET('/api/v1/uplifts/{runId}/sample', { params: { path: { runId } } })),
  });

export const useUpliftLeads = (runId: string) =>
  useInfiniteQuery({
    queryKey: ['uplifts', runId, 'leads'],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/uplifts/{runId}/leads', {
          params: { path: { runId }, query: { state: 'all', ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

const touched = ['uplifts'];

export const useStartUplift = () => {
  const change = useChange(touched);
  return ({ division = '', from = '' }: PlainValues) =>
    change({ division, from }, (key) =>
      dataOf(api.POST('/api/v1/uplifts', { params: { header: keyed(key) }, body: { division, from } })),
    );
};

export const useApproveUplift = (runId: string) => {
  const change = useChange(touched);
  return ({ note = '' }: PlainValues) =>
    change([runId, note], (key) =>
      dataOf(
        api.POST('/api/v1/uplifts/{runId}/approve', {
          params: { path: { runId }, header: keyed(key) },
          body: { note },
        }),
      ),
    );
};

export const useCancelUplift = (runId: string) => {
  const change = useChange(touched);
  return ({ reason = '' }: PlainValues) =>
    change([runId, reason], (key) =>
      dataOf(
        api.POST('/api/v1/uplifts/{runId}/cancel', {
          params: { path: { runId }, header: keyed(key) },
          body: { reason },
        }),
      ),
    );
};

export const useVerdict = (runId: string) => {
  const change = useChange(touched);
  return (caseId: string, verdict: 'right' | 'wrong', note = '') => {
    const body = { verdict, ...(note ? { note } : {}) };
    return change([caseId, body], (key) =>
      dataOf(
        api.POST('/api/v1/uplifts/{runId}/sample/{caseId}', {
          params: { path: { runId, caseId }, header: keyed(key) },
          body,
        }),
      ),
    );
  };
};

export const useSettleLead = (runId: string, caseId: string) => {
  const change = useChange(touched);
  return (outcome: NonNullable<LeadView['outcome']>, note: string) => {
    const body = { outcome, note };
    return change([caseId, body], (key) =>
      dataOf(
        api.POST('/api/v1/uplifts/{runId}/leads/{caseId}', {
          params: { path: { runId, caseId }, header: keyed(key) },
          body,
        }),
      ),
    );
  };
};
