import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { components, operations } from '../../client/schema';
import { api, dataOf, filled, keyed } from '../../shared/api/client';
import { useCommandKeys } from '../../shared/api/command-key';
import { uuid } from '../../shared/api/uuid';
import { useMe } from '../session/api';

type Schemas = components['schemas'];
export type MonthView = Schemas['PriceLinkageMonth'];
export type IndexView = Schemas['PriceIndex'];
export type PlanView = Schemas['OneOffPlan'];
export type ReportView = Schemas['RecipientReport'];
export type AnswerView = Schemas['PriceLinkageAnswer'];

type Body<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { 'application/json': infer Content } };
}
  ? Content
  : never;
export type NewIndex = Body<'proposePriceIndex'>;
export type NewStart = Body<'proposePriceLinkageStart'>;
export type NewPlan = Body<'proposeOneOffPlan'>;
export type Question = Body<'previewPriceLinkage'>;

const KEY = ['priceLinkage'] as const;

export const useMonths = () =>
  useQuery({
    queryKey: [...KEY, 'months'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/price-linkage/months', {}))).months,
  });
export const useIndices = () =>
  useQuery({
    queryKey: [...KEY, 'indices'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/price-linkage/indices', {}))).indices,
  });
export const usePlans = () =>
  useQuery({
    queryKey: [...KEY, 'plans'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/one-off-plans', {}))).plans,
  });

export const useStartRecipients = (startId: string, division: string | undefined) =>
  useQuery({
    queryKey: [...KEY, 'recipients', startId, division],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/price-linkage/starts/{startId}/recipients', {
          params: { path: { startId }, query: filled({ division }) },
        }),
      ),
  });
export const usePlanRecipients = (planId: string) =>
  useQuery({
    queryKey: [...KEY, 'planRecipients', planId],
    queryFn: () =>
      dataOf(api.GET('/api/v1/one-off-plans/{planId}/recipients', { params: { path: { planId }, query: {} } })),
  });

/** Province and prefectures within reach, for whoever enters. */
export const usePlaces = () => {
  const { current } = useMe();
  return useQuery({
    queryKey: ['divisions', 'indexPlaces', current.division],
    staleTime: Infinity,
    queryFn: async () => {
      const below = current.division.length === 2;
      const [own, under] = await Promise.all([
        dataOf(api.GET('/api/v1/divisions/{code}', { params: { path: { code: current.division } } })),
        below
          ? dataOf(api.GET('/api/v1/divisions', { params: { query: { parent: current.division } } }))
          : Promise.resolve({ divisions: [] }),
      ]);
      return [own, ...under.divisions].map(({ code, name }) => ({ value: code, label: name }));
    },
  });
};

const useChange = <Input, Output>(send: (input: Input, key: string) => Promise<Output>) => {
  const keys = useCommandKeys();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Input) => send(input, keys.keyFor(input)),
    onSuccess: () => {
      keys.done();
      return queries.invalidateQueries({ queryKey: KEY });
    },
  });
};

export const useEnterIndex = () =>
  useChange((body: NewIndex, key) =>
    dataOf(api.POST('/api/v1/price-linkage/indices', { params: { header: keyed(key) }, body })),
  );
export const useProposeStart = () =>
  useChange((body: NewStart, key) =>
    dataOf(api.POST('/api/v1/price-linkage/starts', { params: { header: keyed(key) }, body })),
  );
export const useProposePlan = () =>
  useChange((body: NewPlan, key) =>
    dataOf(api.POST('/api/v1/one-off-plans', { params: { header: keyed(key) }, body })),
  );
export const useRecordPaid = () =>
  useChange(({ startId, paidOn }: { startId: string; paidOn: string }, key) =>
    dataOf(
      api.POST('/api/v1/price-linkage/starts/{startId}/paid', {
        params: { path: { startId }, header: keyed(key) },
        body: { paidOn },
      }),
    ),
  );

export type Entry = 'index' | 'start' | 'plan';
export type Verdict = 'approve' | 'reject';

const paths = {
  index: {
    approve: '/api/v1/price-linkage/indices/{proposalId}/approve',
    reject: '/api/v1/price-linkage/indices/{proposalId}/reject',
  },
  start: {
    approve: '/api/v1/price-linkage/starts/{proposalId}/approve',
    reject: '/api/v1/price-linkage/starts/{proposalId}/reject',
  },
  plan: {
    approve: '/api/v1/one-off-plans/{proposalId}/approve',
    reject: '/api/v1/one-off-plans/{proposalId}/reject',
  },
} as const;

export const useDecide = (entry: Entry) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, verdict }: { id: string; verdict: Verdict }): Promise<void> => {
      await api.POST(paths[entry][verdict], { params: { path: { proposalId: id }, header: keyed(uuid()) } });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
};

export const usePreview = () =>
  useMutation({ mutationFn: (body: Question) => dataOf(api.POST('/api/v1/price-linkage/preview', { body })) });
