import type { operations } from '../../../client/schema';
import { api, dataOf, keyed } from '../../../shared/api/client';
import { settled } from '../../../shared/api/command';
import type { Transport } from './send-visit';

type NewFact = operations['recordFact']['requestBody']['content']['application/json'];

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
};

/** The parts of a visit by the API's own operations. */
export const transport: Transport = {
  upload: async (caseId, { kind, name }, bytes, key) => {
    const uploaded = await dataOf(
      api.POST('/api/v1/cases/{caseId}/documents', {
        params: {
          path: { caseId },
          query: { kind, name: `${name}${extensions[bytes.type] ?? ''}` },
          header: keyed(key),
        },
        body: name,
        bodySerializer: () => bytes,
        headers: { 'Content-Type': bytes.type || 'application/octet-stream' },
      }),
    );
    return uploaded.id;
  },
  recordFact: async (caseId, { id: _id, content, ...fact }, validFrom, key) => {
    const body: NewFact = { ...fact, content: { ...content }, validFrom };
    const recorded = await dataOf(
      api.POST('/api/v1/cases/{caseId}/facts', { params: { path: { caseId }, header: keyed(key) }, body }),
    );
    return recorded.id;
  },
  recordVisit: async ({ caseId, owner }, input, key) => {
    const header = keyed(key);
    const action = 'recordVisit';
    const body = { input };
    const answer =
      owner === 'stage'
        ? api.POST('/api/v1/cases/{caseId}/actions/{action}', { params: { path: { caseId, action }, header }, body })
        : api.POST('/api/v1/cases/{caseId}/matters/{matterId}/actions/{action}', {
            params: { path: { caseId, matterId: owner, action }, header },
            body,
          });
    await settled(await dataOf(answer), key);
  },
};
