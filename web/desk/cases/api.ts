import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import type {
  CaseView,
  DocumentView,
  EntitlementView,
  LetterView,
  LifecycleView,
  TimelineEvent,
} from '../../shared/api/types';
import { uuid } from '../../shared/api/uuid';

export const caseKey = (caseId: string) => ['case', caseId] as const;
const at = (caseId: string, rest = ''): string => `/api/v1/cases/${encodeURIComponent(caseId)}${rest}`;

export const useCase = (caseId: string) =>
  useQuery({
    queryKey: caseKey(caseId),
    queryFn: () => call<CaseView>(at(caseId)),
    refetchInterval: ({ state }) => (state.data?.registered === false ? 1000 : 60_000),
  });

/** A list of a case; the API names its rows either way. */
const useRows = <Row>(caseId: string, part: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), part],
    queryFn: async () => {
      const body = await call<Readonly<Record<string, unknown>>>(at(caseId, `/${part}`));
      return (Object.values(body).find(Array.isArray) ?? []) as readonly Row[];
    },
  });

export const useTimeline = (caseId: string) => useRows<TimelineEvent>(caseId, 'timeline');
export const useLetters = (caseId: string) => useRows<LetterView>(caseId, 'letters');
export const useDocuments = (caseId: string) => useRows<DocumentView>(caseId, 'documents');
export const useEntitlements = (caseId: string) => useRows<EntitlementView>(caseId, 'entitlements');

export const useLetter = (caseId: string, letterId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'letter', letterId],
    queryFn: () => call<LetterView>(at(caseId, `/letters/${letterId}`)),
  });

/** Stages, actions and the schema of each input kind: the same for everybody, read once. */
export const useLifecycle = (programme: string) =>
  useQuery({
    queryKey: ['lifecycle', programme],
    queryFn: () => call<LifecycleView>(`/api/v1/lifecycle/${programme}`),
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

export const uploadDocument = (caseId: string, kind: string, file: File) =>
  call<DocumentView>(at(caseId, '/documents'), { method: 'POST', query: { kind, name: file.name }, file, key: uuid() });
