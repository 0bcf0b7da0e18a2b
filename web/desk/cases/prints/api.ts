import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../../shared/api/client';
import { caseKey } from '../api';

const at = (caseId: string, what: string): string => `/api/v1/cases/${caseId}/${what}`;

/** Opened in a window of their own, where the browser shows and prints them. */
export const printOf = {
  application: (caseId: string) => at(caseId, 'application/print'),
  notice: (caseId: string) => at(caseId, 'notice/print'),
  dossier: (caseId: string) => at(caseId, 'dossier'),
  letter: (caseId: string, letterId: string) => at(caseId, `letters/${letterId}/pdf`),
} as const;

export const useMissing = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'missing'],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/cases/{caseId}/dossier/missing', { params: { path: { caseId } } }))).stages,
  });
