import { useMutation, useQuery } from '@tanstack/react-query';
import type { operations } from '../../../client/schema';
import { api, dataOf, keyed } from '../../../shared/api/client';
import { useCommandKeys } from '../../../shared/api/command-key';
import { caseKey, useCaseChanged } from '../api';

export const useFacts = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'facts'],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/cases/{caseId}/facts', { params: { path: { caseId } } }))).facts,
  });

type NewFact = operations['recordFact']['requestBody']['content']['application/json'];

export const useAddFact = (caseId: string) => {
  const keys = useCommandKeys();
  const changed = useCaseChanged(caseId);
  return useMutation({
    mutationFn: (body: NewFact) =>
      dataOf(
        api.POST('/api/v1/cases/{caseId}/facts', {
          params: { path: { caseId }, header: keyed(keys.keyFor(body)) },
          body,
        }),
      ),
    onSuccess: async () => {
      keys.done();
      await changed();
    },
  });
};
