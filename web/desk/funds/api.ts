import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { components, operations } from '../../client/schema';
import { api, dataOf, filled, keyed } from '../../shared/api/client';

type Schemas = components['schemas'];
export type FundsView = Schemas['Funds'];
export type MovementView = Schemas['FundMovement'];
export type AlertView = Schemas['FundAlert'];
export type ForecastView = Schemas['FundForecast'];
export type ClosingView = Schemas['FundClosing'];
export type ClosingLine = ClosingView['lines'][number];
export type NewMovement = NonNullable<operations['proposeFundMovement']['requestBody']>['content']['application/json'];
type Programme = NewMovement['programme'];

export const FUNDS = 'funds';

export interface Asked {
  readonly division: string;
  readonly year: string;
  readonly programme: Programme | undefined;
}

export const useFunds = (asked: Asked) =>
  useQuery({
    queryKey: [FUNDS, 'overview', asked],
    queryFn: () => dataOf(api.GET('/api/v1/funds', { params: { query: filled({ ...asked }) } })),
  });

export const useMovements = ({ division, year, programme }: Asked) =>
  useInfiniteQuery({
    queryKey: [FUNDS, 'movements', division, year, programme],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/funds/movements', {
          params: { query: filled({ division, year, programme, cursor: pageParam }) },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const useAlerts = (division: string, stage: AlertView['stage'] | undefined) =>
  useInfiniteQuery({
    queryKey: [FUNDS, 'alerts', division, stage],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/api/v1/funds/alerts', { params: { query: filled({ division, stage, cursor: pageParam }) } })),
    getNextPageParam: ({ next }) => next,
  });

export const useForecast = (division: string) =>
  useQuery({
    queryKey: [FUNDS, 'forecast', division],
    queryFn: () => dataOf(api.GET('/api/v1/funds/forecast', { params: { query: { division } } })),
  });

export const useClosing = ({ division, year, programme }: Asked) =>
  useInfiniteQuery({
    queryKey: [FUNDS, 'closing', division, year, programme],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/funds/closing', {
          params: { query: filled({ division, year, programme, cursor: pageParam }) },
        }),
      ),
    getNextPageParam: ({ next }) => next,
  });

export const proposeMovement = (body: NewMovement, key: string) =>
  dataOf(api.POST('/api/v1/funds/movements', { params: { header: keyed(key) }, body }));

const decisions = {
  approve: '/api/v1/funds/movements/{proposalId}/approve',
  reject: '/api/v1/funds/movements/{proposalId}/reject',
} as const;
export const decideMovement = (proposalId: string, verdict: keyof typeof decisions, key: string) =>
  dataOf(api.POST(decisions[verdict], { params: { path: { proposalId }, header: keyed(key) } }));

export const reverseMovement = (proposalId: string, reason: string, key: string) =>
  dataOf(
    api.POST('/api/v1/funds/movements/{proposalId}/reverse', {
      params: { path: { proposalId }, header: keyed(key) },
      body: { reason },
    }),
  );
