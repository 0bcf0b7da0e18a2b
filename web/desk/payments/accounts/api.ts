import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { components, operations } from '../../../client/schema';
import { api, dataOf, filled, keyed } from '../../../shared/api/client';
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

export type ImportView = components['schemas']['CardAccountImport'];
export type ImportRowView = components['schemas']['CardAccountImportRow'];
export type TakenView = operations['importCardAccounts']['responses']['201']['content']['application/json'];
export type WaitingView = components['schemas']['WaitingCardAccount'];
const TOUCHED = [KEY, 'paymentRun', 'paymentRuns', 'queue'] as const;
const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }: { readonly next: string | null }) => next ?? undefined,
};

/** The file is the body itself, kept nowhere; the document only knows it as text. */
export const useImportAccounts = () => {
  const change = useChange(TOUCHED);
  return (file: File) =>
    change({ name: file.name, size: file.size, modified: file.lastModified }, (key) =>
      dataOf(
        api.POST('/api/v1/card-accounts/imports', {
          params: { query: { name: file.name }, header: keyed(key) },
          body: file.name as never,
          bodySerializer: () => file,
          headers: { 'Content-Type': 'application/octet-stream' },
        }),
      ),
    );
};

export const useImports = () =>
  useInfiniteQuery({
    queryKey: [KEY, 'imports'],
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/api/v1/card-accounts/imports', { params: { query: filled({ cursor: pageParam }) } })),
    ...pages,
  });

export const outcomeNames = ['kept', 'repeated', 'error'] as const;

export const useImport = (importId: string, outcome: (typeof outcomeNames)[number] | undefined) =>
  useInfiniteQuery({
    queryKey: [KEY, 'import', importId, outcome],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/card-accounts/imports/{importId}', {
          params: { path: { importId }, query: filled({ outcome, cursor: pageParam }) },
        }),
      ),
    ...pages,
  });

export const refusedOf = (importId: string, format: 'csv' | 'xlsx'): string =>
  `/api/v1/card-accounts/imports/${importId}/refused?format=${format}`;

export const useWaiting = () =>
  useInfiniteQuery({
    queryKey: [KEY, 'waiting'],
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/api/v1/card-accounts', { params: { query: filled({ cursor: pageParam }) } })),
    ...pages,
  });

export const useApproveAll = () => {
  const change = useChange(TOUCHED);
  return (accountIds: readonly string[]) =>
    change({ accountIds }, (key) =>
      dataOf(
        api.POST('/api/v1/card-accounts/approvals', {
          params: { header: keyed(key) },
          body: { accountIds: [...accountIds] },
        }),
      ),
    );
};
