import { useQuery } from '@tanstack/react-query';
import type { components } from '../../client/schema';
import { api, dataOf, keyed } from '../../shared/api/client';

type Schemas = components['schemas'];
export type SummaryView = Schemas['DisclosureSummary'];
export type TableView = Schemas['Disclosure'];
export type Counts = SummaryView['total'];

export const KEY = 'disclosures';

export const useDisclosures = () =>
  useQuery({
    queryKey: [KEY],
    queryFn: async () => (await dataOf(api.GET('/api/v1/disclosures', { params: { query: {} } }))).disclosures,
  });

export const useDisclosure = (disclosureId: string) =>
  useQuery({
    queryKey: [KEY, disclosureId],
    queryFn: () => dataOf(api.GET('/api/v1/disclosures/{disclosureId}', { params: { path: { disclosureId } } })),
  });

interface Asked {
  readonly county: string;
  readonly month: string;
  readonly item: SummaryView['item'];
  readonly reason?: string;
}

export const propose = (key: string, body: Asked) =>
  dataOf(api.POST('/api/v1/disclosures', { params: { header: keyed(key) }, body }));

export const decide = (key: string, disclosureId: string, verdict: 'publish' | 'reject') => {
  const options = { params: { path: { disclosureId }, header: keyed(key) } };
  return verdict === 'publish'
    ? dataOf(api.POST('/api/v1/disclosures/{disclosureId}/publish', options))
    : dataOf(api.POST('/api/v1/disclosures/{disclosureId}/reject', options));
};

export const filesOf = (disclosureId: string) => ({
  pdf: `/api/v1/disclosures/${disclosureId}/pdf`,
  xlsx: `/api/v1/disclosures/${disclosureId}/xlsx`,
});

export const usePaymentList = (division: string, month: string) =>
  useQuery({
    queryKey: [KEY, 'list', division, month],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/payment-lists', { params: { query: { division, month } } }))).papers,
  });

export const listPdf = (division: string, month: string): string =>
  `/api/v1/payment-lists/print?${new URLSearchParams({ division, month }).toString()}`;
