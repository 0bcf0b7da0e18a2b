import { useInfiniteQuery } from '@tanstack/react-query';
import type { components } from '../../client/schema';
import { api, dataOf, filled } from '../../shared/api/client';
import { problemOf } from '../../shared/api/problem';
import type { Phone } from './offline/phone';
import { visitId } from './sheet/model';
import type { Pack } from './sheet/pack';

export type WaitingVisit = components['schemas']['WaitingVisit'];

export const useWaitingVisits = () =>
  useInfiniteQuery({
    queryKey: ['visits'],
    queryFn: ({ pageParam, signal }) =>
      dataOf(api.GET('/api/v1/visits', { params: { query: filled({ cursor: pageParam, limit: '50' }) }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

const pictureOf = async (caseId: string, documentId: string): Promise<Blob> => {
  const answer = await fetch(`/api/v1/cases/${caseId}/documents/${documentId}/content`);
  if (!answer.ok) throw problemOf(answer.status, undefined, answer.headers.get('X-Request-Id') ?? undefined);
  return answer.blob();
};

/** All that the visit needs, onto the phone: first the words, then the photos of last time. */
export const downloadVisit = async ({ vault }: Phone, caseId: string, owner: string): Promise<Pack> => {
  const pack = await dataOf(
    api.GET('/api/v1/cases/{caseId}/visits/pack', {
      params: { path: { caseId }, query: { owner: owner as 'stage' } },
    }),
  );
  const expiresAt = Date.parse(pack.keepUntil);
  await vault.put({ kind: 'pack', id: visitId({ caseId, owner }), expiresAt }, pack);
  for (const { id } of pack.photos) await vault.putPicture(id, await pictureOf(caseId, id), expiresAt);
  return pack;
};
