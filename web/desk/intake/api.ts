import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { command } from '../../shared/api/command';
import { useCommandKeys } from '../../shared/api/command-key';
import type { AssessmentView, CaseView, DraftView } from '../../shared/api/types';
import { newContent, type Content } from './content';

const draftKey = (draftId: string) => ['draft', draftId] as const;

export const useDrafts = () =>
  useQuery({
    queryKey: ['drafts'],
    queryFn: async () => (await call<{ drafts: readonly DraftView[] }>('/api/v1/drafts')).drafts,
  });

export const useDraft = (draftId: string) =>
  useQuery({
    queryKey: draftKey(draftId),
    queryFn: () => call<DraftView>(`/api/v1/drafts/${draftId}`),
    staleTime: Infinity,
    gcTime: 0,
  });

export const useCreateDraft = () => {
  const keys = useCommandKeys();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (division: string) => {
      const body = { programme: 'dibao', division, content: newContent(division) };
      return call<DraftView>('/api/v1/drafts', { method: 'POST', body, key: keys.keyFor(body) });
    },
    onSuccess: () => {
      keys.done();
      return queries.invalidateQueries({ queryKey: ['drafts'] });
    },
  });
};

export const useDeleteDraft = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draftId: string) => call(`/api/v1/drafts/${draftId}`, { method: 'DELETE' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  });
};

export const saveDraft = (draftId: string, version: number, content: Content): Promise<DraftView> =>
  call<DraftView>(`/api/v1/drafts/${draftId}`, { method: 'PUT', body: { version, content } });

export const useSubmitDraft = (draftId: string) => {
  const keys = useCommandKeys();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (content: unknown) =>
      command<CaseView>(`/api/v1/drafts/${draftId}/submit`, { body: {}, key: keys.keyFor(content) }),
    onSuccess: () => {
      keys.done();
      queries.removeQueries({ queryKey: draftKey(draftId) });
      void queries.invalidateQueries({ queryKey: ['drafts'] });
      void queries.invalidateQueries({ queryKey: ['queue'] });
    },
  });
};

/** What the rules say of the household as typed so far. */
export const usePreview = (input: unknown) =>
  useQuery({
    queryKey: ['preview', input],
    queryFn: ({ signal }) =>
      call<AssessmentView>('/api/v1/assessments/preview', { method: 'POST', body: input, signal }),
    enabled: input !== undefined,
    retry: false,
    placeholderData: (before) => before,
  });

interface Known {
  readonly openCases: readonly { readonly caseId: string; readonly number: string }[];
  readonly elsewhere: readonly { readonly number: string }[];
}

/** Whether a person is known and has an open case; the number travels in the body. */
export const useLookup = (idNumber: string | undefined) =>
  useQuery({
    queryKey: ['lookup', idNumber],
    queryFn: () => call<Known>('/api/v1/persons/lookup', { method: 'POST', body: { idNumber } }),
    enabled: idNumber !== undefined,
    retry: false,
    staleTime: 60_000,
    gcTime: 60_000,
  });

interface Division {
  readonly code: string;
  readonly name: string;
}

export const useChildren = (parent: string, enabled = true) =>
  useQuery({
    queryKey: ['divisions', parent],
    queryFn: () => call<{ divisions: readonly Division[] }>('/api/v1/divisions', { query: { parent } }),
    staleTime: Infinity,
    enabled,
  });
