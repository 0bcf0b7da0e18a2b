import { useMutation, useQuery } from '@tanstack/react-query';
import type { components, operations } from '../../../client/schema';
import { api, dataOf, keyed } from '../../../shared/api/client';
import { useChange } from '../../../shared/plain-form/use-change';

export type AccountView = components['schemas']['CardAccount'];
export type NewAccount = operations['proposeCardAccount']['requestBody']['content']['application/json'];

const KEY = 'cardAccounts';

export const useAccounts = (caseId: string) =>
  useQuery({
    queryKey: [KEY, caseId],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/cases/{caseId}/card-accounts', { params: { path: { caseId } } }))).accounts,
  });

export const useProposeAccount = (caseId: string) => {
  const change = useChange([KEY]);
  return (body: NewAccount) =>
    change({ caseId, body }, (key) =>
      dataOf(
        api.POST('/api/v1/cases/{caseId}/card-accounts', {
          params: { path: { caseId }, header: keyed(key) },
          body,
        }),
      ),
    );
};

export type Verdict = 'approve' | 'reject';

export const useDecideAccount = () => {
  const change = useChange([KEY, 'paymentRun', 'paymentRuns', 'queue']);
  return useMutation({
    mutationFn: ({ accountId, verdict }: { readonly accountId: string; readonly verdict: Verdict }) =>
      change({ accountId, verdict }, (key) => {
        const sent = { params: { path: { accountId }, header: keyed(key) } };
        return verdict === 'approve'
          ? dataOf(api.POST('/api/v1/card-accounts/{accountId}/approve', sent))
          : dataOf(api.POST('/api/v1/card-accounts/{accountId}/reject', sent));
      }),
  });
};

/** Asked for by a click alone: every look is audited. */
export const useCardNumber = () =>
  useMutation({
    mutationFn: async (accountId: string) =>
      (await dataOf(api.GET('/api/v1/card-accounts/{accountId}/number', { params: { path: { accountId } } }))).number,
  });
