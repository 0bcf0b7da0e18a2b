import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { components, operations } from '../../client/schema';
import { api, dataOf, filled, keyed } from '../../shared/api/client';
import { searchWords } from '../cases/list/search';

type Schemas = components['schemas'];
export type FundPage = Schemas['ReserveFundPage'];
export type ImportView = Schemas['DirectGrantImport'];
type Body<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { 'application/json': infer Content } };
}
  ? Content
  : never;
export type NewGrant = Body<'proposeReserveGrant'>;
export type FoundCase = Schemas['CaseSummary'];

export const RESERVE = 'reserveFund';

export const useReserveFunds = (division: string, year: string) =>
  useInfiniteQuery({
    queryKey: [RESERVE, 'list', division, year],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/api/v1/reserve-funds', { params: { query: filled({ division, year, cursor: pageParam }) } })),
    getNextPageParam: ({ next }) => next,
  });

export const useReserveFund = (fundId: string) =>
  useQuery({
    queryKey: [RESERVE, 'one', fundId],
    queryFn: () => dataOf(api.GET('/api/v1/reserve-funds/{fundId}', { params: { path: { fundId } } })),
  });

export const useGrants = (fundId: string) =>
  useInfiniteQuery({
    queryKey: [RESERVE, 'grants', fundId],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/reserve-funds/{fundId}/grants', {
          params: { path: { fundId }, query: filled({ cursor: pageParam }) },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const useEntries = (fundId: string) =>
  useInfiniteQuery({
    queryKey: [RESERVE, 'entries', fundId],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/reserve-funds/{fundId}/entries', {
          params: { path: { fundId }, query: filled({ cursor: pageParam }) },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const useImports = () =>
  useInfiniteQuery({
    queryKey: [RESERVE, 'imports'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/api/v1/direct-grants/imports', { params: { query: filled({ cursor: pageParam }) } })),
    getNextPageParam: ({ next }) => next,
  });

/** Cases within reach by a name, a case number or an ID number. */
export const findCases = async (search: string): Promise<readonly FoundCase[]> =>
  (await dataOf(api.POST('/api/v1/cases/search', { body: { ...searchWords(search), limit: 10 } }))).items;

export const requestTopUp = (body: Body<'requestReserveTopUp'>, key: string) =>
  dataOf(api.POST('/api/v1/reserve-funds/top-ups', { params: { header: keyed(key) }, body }));

export const proposeGrant = (fundId: string, body: NewGrant, key: string) =>
  dataOf(api.POST('/api/v1/reserve-funds/{fundId}/grants', { params: { path: { fundId }, header: keyed(key) }, body }));

export const proposeReconciliation = (fundId: string, body: Body<'proposeReserveReconciliation'>, key: string) =>
  dataOf(
    api.POST('/api/v1/reserve-funds/{fundId}/reconciliations', {
      params: { path: { fundId }, header: keyed(key) },
      body,
    }),
  );

export const closeFund = (fundId: string, key: string) =>
  dataOf(api.POST('/api/v1/reserve-funds/{fundId}/close', { params: { path: { fundId }, header: keyed(key) } }));

const decisions = {
  grants: {
    approve: '/api/v1/reserve-funds/grants/{proposalId}/approve',
    reject: '/api/v1/reserve-funds/grants/{proposalId}/reject',
  },
  topUps: {
    approve: '/api/v1/reserve-funds/top-ups/{proposalId}/approve',
    reject: '/api/v1/reserve-funds/top-ups/{proposalId}/reject',
  },
  reconciliations: {
    approve: '/api/v1/reserve-funds/reconciliations/{proposalId}/approve',
    reject: '/api/v1/reserve-funds/reconciliations/{proposalId}/reject',
  },
} as const;

export const decide = async (
  thing: keyof typeof decisions,
  proposalId: string,
  verdict: 'approve' | 'reject',
  key: string,
): Promise<void> => {
  await api.POST(decisions[thing][verdict], { params: { path: { proposalId }, header: keyed(key) } });
};

export const importFile = (division: string, month: string, file: File, key: string) =>
  dataOf(
    api.POST('/api/v1/direct-grants/imports', {
      params: { query: { division, month, name: file.name }, header: keyed(key) },
      body: file as never,
      bodySerializer: (sent: unknown) => sent as Blob,
      headers: { 'Content-Type': 'application/octet-stream' },
    }),
  );
