import { useMutation, useQuery } from '@tanstack/react-query';
import type { operations } from '../../../client/schema';
import { api, dataOf, keyed } from '../../../shared/api/client';
import { useCommandKeys } from '../../../shared/api/command-key';
import { caseKey, useCaseChanged } from '../api';

/** The facts in force, or those known at the end of a day. */
export const useFacts = (caseId: string, knownOn?: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'facts', knownOn ?? ''],
    queryFn: async () => {
      const params = { path: { caseId }, query: knownOn === undefined ? {} : { knownOn } };
      return (await dataOf(api.GET('/api/v1/cases/{caseId}/facts', { params }))).facts;
    },
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
