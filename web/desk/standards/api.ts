import { useQuery } from '@tanstack/react-query';
import type { components, operations } from '../../client/schema';
import { api, dataOf, filled } from '../../shared/api/client';

type Schemas = components['schemas'];
export type PlaceStandards = Schemas['PlaceStandards'];
export type HistoryView = Schemas['StandardHistory'];
export type WhatIfView = Schemas['WhatIfAnswer'];
export type StandardKind = HistoryView['kind'];
type WhatIfBody = NonNullable<operations['askWhatIf']['requestBody']>['content']['application/json'];

export const useStandards = (division: string, on: string) =>
  useQuery({
    queryKey: ['standards', division, on],
    queryFn: () => dataOf(api.GET('/api/v1/standards', { params: { query: filled({ division, on }) } })),
    placeholderData: (before) => before,
  });

export const useStandardHistory = (division: string, kind: StandardKind) =>
  useQuery({
    queryKey: ['standards', 'history', division, kind],
    queryFn: () => dataOf(api.GET('/api/v1/standards/history', { params: { query: { division, kind } } })),
    placeholderData: (before) => before,
  });

export const useStandardAlerts = (state: 'open' | 'all') =>
  useQuery({
    queryKey: ['standards', 'alerts', state],
    queryFn: async () => (await dataOf(api.GET('/api/v1/standards/alerts', { params: { query: { state } } }))).alerts,
  });

export const askWhatIf = (body: WhatIfBody): Promise<WhatIfView> =>
  dataOf(api.POST('/api/v1/standards/what-if', { body }));
