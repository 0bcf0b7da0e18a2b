import { api, dataOf, keyed } from '../../shared/api/client';
import { settled } from '../../shared/api/command';
import { uuid } from '../../shared/api/uuid';

export type RecordKind = 'posting' | 'endPhoto';

export interface Recorded {
  readonly kind: RecordKind;
  readonly place: string;
  readonly photo: File;
}

/** Keys of one case: kept over every retry of the same words, so that nothing is stored or recorded twice. */
export interface RecordKeys {
  readonly upload: string;
  readonly command: string;
}
export const freshKeys = (): RecordKeys => ({ upload: uuid(), command: uuid() });

const steps = {
  posting: { document: 'postingPhoto', action: 'recordPosting' },
  endPhoto: { document: 'endPhoto', action: 'recordEndPhoto' },
} as const;

/** The photo goes into the file of this household, then the step is taken. @throws ProblemError */
export const recordOne = async (caseId: string, { kind, place, photo }: Recorded, keys: RecordKeys): Promise<void> => {
  const { document, action } = steps[kind];
  const { id } = await dataOf(
    api.POST('/api/v1/cases/{caseId}/documents', {
      params: { path: { caseId }, query: { kind: document, name: photo.name }, header: keyed(keys.upload) },
      body: photo.name,
      bodySerializer: () => photo,
      headers: { 'Content-Type': photo.type || 'application/octet-stream' },
    }),
  );
  const input = kind === 'posting' ? { place, photoId: id } : { documentId: id };
  const params = { path: { caseId, action }, header: keyed(keys.command) };
  const answer = await dataOf(api.POST('/api/v1/cases/{caseId}/actions/{action}', { params, body: { input } }));
  await settled(answer, keys.command);
};
