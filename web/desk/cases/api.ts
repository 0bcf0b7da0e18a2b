import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, keyed } from '../../shared/api/client';
import type { CaseView, DocumentView } from '../../shared/api/types';
import { uuid } from '../../shared/api/uuid';
import type { DocumentKind } from './document-kinds';

export const caseKey = (caseId: string) => ['case', caseId] as const;
const of = (caseId: string) => ({ params: { path: { caseId } } });

/** Asked every second until the engine has taken the case over, then once a minute. */
export const useCase = (caseId: string) =>
  useQuery({
    queryKey: caseKey(caseId),
    queryFn: () => dataOf(api.GET('/api/v1/cases/{caseId}', of(caseId))),
    refetchInterval: ({ state }) => (state.data?.registered === false ? 1000 : 60_000),
  });

export const useTimeline = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'timeline'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/cases/{caseId}/timeline', of(caseId)))).events,
  });

export const useLetters = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'letters'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/cases/{caseId}/letters', of(caseId)))).letters,
  });

export const useLetter = (caseId: string, letterId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'letter', letterId],
    queryFn: () =>
      dataOf(api.GET('/api/v1/cases/{caseId}/letters/{letterId}', { params: { path: { caseId, letterId } } })),
  });

export const useDocuments = (caseId: string, enabled = true) =>
  useQuery({
    enabled,
    queryKey: [...caseKey(caseId), 'documents'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/cases/{caseId}/documents', of(caseId)))).documents,
  });

/** What was frozen with proposals, re-checks and changes, oldest first. */
export const useAssessments = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'assessments'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/cases/{caseId}/assessments', of(caseId)))).assessments,
  });

export const useMessages = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'messages'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/cases/{caseId}/messages', of(caseId)))).messages,
  });

export const useRelatedCases = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'related'],
    queryFn: () => dataOf(api.GET('/api/v1/cases/{caseId}/related', of(caseId))),
  });

/** One step with what was entered; reading it is written into the audit log. */
export const useEventDetail = (caseId: string, sequence: number) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'event', sequence],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/cases/{caseId}/timeline/{sequence}', {
          params: { path: { caseId, sequence: String(sequence) }, query: { with: 'input' } },
        }),
      ),
    staleTime: Infinity,
  });

export const useEntitlements = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'entitlements'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/cases/{caseId}/entitlements', of(caseId)))).entitlements,
  });

/** Stages, actions and the schema of each input kind: the same for everybody, read once. */
export const useLifecycle = (programme: string) =>
  useQuery({
    queryKey: ['lifecycle', programme],
    queryFn: () =>
      dataOf(api.GET('/api/v1/lifecycle/{programme}', { params: { path: { programme: programme as 'dibao' } } })),
    staleTime: Infinity,
  });

/** After anything was done to a case: itself, its lists, the queue. */
export const useCaseChanged = (caseId: string) => {
  const queries = useQueryClient();
  return async (next?: CaseView): Promise<void> => {
    if (next) queries.setQueryData(caseKey(caseId), next);
    await Promise.all([
      queries.invalidateQueries({ queryKey: caseKey(caseId) }),
      queries.invalidateQueries({ queryKey: ['queue'] }),
      queries.invalidateQueries({ queryKey: ['cases'] }),
    ]);
  };
};

/** The body is the file itself; the document only knows it as text. */
export const uploadDocument = (caseId: string, kind: DocumentKind, file: File): Promise<DocumentView> =>
  dataOf(
    api.POST('/api/v1/cases/{caseId}/documents', {
      params: { path: { caseId }, query: { kind, name: file.name }, header: keyed(uuid()) },
      body: file.name,
      bodySerializer: () => file,
      headers: { 'Content-Type': file.type || 'application/octet-stream' },
    }),
  );
