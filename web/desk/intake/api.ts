import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../client/schema';
import { api, dataOf, keyed } from '../../shared/api/client';
import { useCommandKeys } from '../../shared/api/command-key';
import type { DraftView } from '../../shared/api/types';
import { newContent, storedOf, type Content } from './content';

const draftKey = (draftId: string) => ['draft', draftId] as const;
const of = (draftId: string) => ({ params: { path: { draftId } } });

export const useDrafts = () =>
  useQuery({ queryKey: ['drafts'], queryFn: async () => (await dataOf(api.GET('/api/v1/drafts'))).drafts });

export const readDraft = (draftId: string): Promise<DraftView> =>
  dataOf(api.GET('/api/v1/drafts/{draftId}', of(draftId)));

export const useDraft = (draftId: string) =>
  useQuery({ queryKey: draftKey(draftId), queryFn: () => readDraft(draftId), staleTime: Infinity, gcTime: 0 });

export const useCreateDraft = () => {
  const keys = useCommandKeys();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (division: string) => {
      const body = { programme: 'dibao' as const, division, content: storedOf(newContent(division)) };
      return dataOf(api.POST('/api/v1/drafts', { params: { header: keyed(keys.keyFor(body)) }, body }));
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
    mutationFn: (draftId: string) => dataOf(api.DELETE('/api/v1/drafts/{draftId}', of(draftId))),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  });
};

export const saveDraft = (draftId: string, version: number, content: Content): Promise<DraftView> =>
  dataOf(api.PUT('/api/v1/drafts/{draftId}', { ...of(draftId), body: { version, content: storedOf(content) } }));

export const useSubmitDraft = (draftId: string) => {
  const keys = useCommandKeys();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (content: unknown) =>
      dataOf(
        api.POST('/api/v1/drafts/{draftId}/submit', {
          params: { path: { draftId }, header: keyed(keys.keyFor(content)) },
        }),
      ),
    onSuccess: () => {
      keys.done();
      queries.removeQueries({ queryKey: draftKey(draftId) });
      void queries.invalidateQueries({ queryKey: ['drafts'] });
      void queries.invalidateQueries({ queryKey: ['queue'] });
    },
  });
};

type PreviewInput = components['schemas']['AssessmentInput'];

/** What the rules say of the household as typed so far. */
export const usePreview = (input: unknown) =>
  useQuery({
    queryKey: ['preview', input],
    queryFn: ({ signal }) => dataOf(api.POST('/api/v1/assessments/preview', { body: input as PreviewInput, signal })),
    enabled: input !== undefined,
    retry: false,
    placeholderData: (before) => before,
  });

export const useChildren = (parent: string, enabled = true) =>
  useQuery({
    queryKey: ['divisions', parent],
    queryFn: () => dataOf(api.GET('/api/v1/divisions', { params: { query: { parent } } })),
    staleTime: Infinity,
    enabled,
  });
