import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../client/schema';
import type { DocumentKind } from '../../../../domain/documents/kinds';
import { api, dataOf, keyed } from '../../../shared/api/client';
import { uuid } from '../../../shared/api/uuid';

export type Paper = components['schemas']['DraftDocument'];

const key = (draftId: string) => ['draft', draftId, 'papers'] as const;

export const usePapers = (draftId: string) =>
  useQuery({
    queryKey: key(draftId),
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/drafts/{draftId}/documents', { params: { path: { draftId } } }))).documents,
  });

export interface NewPaper {
  readonly kind: DocumentKind;
  readonly member?: string | undefined;
  readonly file: Blob;
  readonly name: string;
  /** Papers that this one takes the place of. */
  readonly instead?: readonly string[];
}

const remove = (draftId: string, documentId: string) =>
  dataOf(api.DELETE('/api/v1/drafts/{draftId}/documents/{documentId}', { params: { path: { draftId, documentId } } }));

const upload = (draftId: string, { kind, member, file, name }: NewPaper) =>
  dataOf(
    api.POST('/api/v1/drafts/{draftId}/documents', {
      params: {
        path: { draftId },
        query: { kind, name, ...(member ? { member } : {}) },
        header: keyed(uuid()),
      },
      body: name,
      bodySerializer: () => file,
      headers: { 'Content-Type': file.type || 'application/octet-stream' },
    }),
  );

/** The new paper first, then the old one goes: a cut connection leaves two, never none. */
export const useAddPaper = (draftId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (paper: NewPaper) => {
      const made = await upload(draftId, paper);
      for (const old of paper.instead ?? []) await remove(draftId, old);
      return made;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key(draftId) }),
  });
};

export const useRemovePaper = (draftId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (documentId: string) => remove(draftId, documentId),
    onSettled: () => queries.invalidateQueries({ queryKey: key(draftId) }),
  });
};

export const contentOf = (draftId: string, documentId: string): string =>
  `/api/v1/drafts/${draftId}/documents/${documentId}/content`;
