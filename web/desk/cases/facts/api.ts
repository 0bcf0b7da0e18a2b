import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from '../../../shared/api/call';
import { useCommandKeys } from '../../../shared/api/command-key';
import type { FactView } from '../../../shared/api/types';
import { caseKey, useCaseChanged } from '../api';

export const useFacts = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'facts'],
    queryFn: async () => (await call<{ facts: readonly FactView[] }>(`/api/v1/cases/${caseId}/facts`)).facts,
  });

export interface NewFact {
  readonly kind: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly personId?: string;
  readonly validFrom: string;
  readonly replaces?: string;
}

export const useAddFact = (caseId: string) => {
  const keys = useCommandKeys();
  const changed = useCaseChanged(caseId);
  return useMutation({
    mutationFn: (fact: NewFact) =>
      call(`/api/v1/cases/${caseId}/facts`, { method: 'POST', body: fact, key: keys.keyFor(fact) }),
    onSuccess: async () => {
      keys.done();
      await changed();
    },
  });
};
