import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, dataOf, filled, oneOf } from '../../shared/api/client';
import type { components } from '../../client/schema';

export type NoticeItem = components['schemas']['NoticeItem'];
export type NoticeEvidence = components['schemas']['NoticeEvidence'];
export type PaperView = components['schemas']['Paper'];

export const states = ['toPost', 'running', 'endPhoto', 'objected'] as const;

/** Under 'cases', so that a case that changes anywhere refreshes them. */
const KEY = ['cases', 'notices'] as const;

interface Page {
  readonly next: string | null;
}
const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }: Page) => next ?? undefined,
};

export const useNotices = (state: string) =>
  useInfiniteQuery({
    queryKey: [...KEY, 'list', state],
    queryFn: ({ pageParam, signal }) => {
      const query = filled({ state: oneOf(states, state), cursor: pageParam });
      return dataOf(api.GET('/api/v1/notices', { params: { query }, signal }));
    },
    ...pages,
  });

export const useNoticeCounts = () =>
  useQuery({ queryKey: [...KEY, 'counts'], queryFn: () => dataOf(api.GET('/api/v1/notices/counts')) });

export const useEvidence = () =>
  useInfiniteQuery({
    queryKey: [...KEY, 'evidence'],
    queryFn: ({ pageParam, signal }) =>
      dataOf(api.GET('/api/v1/notices/evidence', { params: { query: filled({ cursor: pageParam }) }, signal })),
    ...pages,
  });

export const useBoard = (division: string, postedOn: string) =>
  useQuery({
    queryKey: [...KEY, 'board', division, postedOn],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/notices/board', { params: { query: { division, ...filled({ postedOn }) } } })))
        .papers,
  });

export const useRecipients = (division: string) =>
  useQuery({
    queryKey: [...KEY, 'recipients', division],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/notices/recipients', { params: { query: { division } } }))).papers,
  });

export const usePlaces = (parent: string) =>
  useQuery({
    queryKey: ['divisions', parent],
    queryFn: async () => (await dataOf(api.GET('/api/v1/divisions', { params: { query: { parent } } }))).divisions,
    staleTime: Infinity,
  });

/** The name of a place by its code; '' until it is known. */
export const usePlaceName = (code: string): string => {
  const { data } = useQuery({
    queryKey: ['division', code],
    queryFn: () => dataOf(api.GET('/api/v1/divisions/{code}', { params: { path: { code } } })),
    enabled: code !== '',
    staleTime: Infinity,
  });
  return data?.name ?? '';
};

export const pdfOf = {
  board: (division: string, postedOn: string): string =>
    `/api/v1/notices/board/print?division=${division}${postedOn ? `&postedOn=${postedOn}` : ''}`,
  recipients: (division: string): string => `/api/v1/notices/recipients/print?division=${division}`,
} as const;
