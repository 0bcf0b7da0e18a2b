import type { operations } from '../../../client/schema';
import { api, dataOf, keyed } from '../../../shared/api/client';
import { settled } from '../../../shared/api/command';
import type { CaseView } from '../../../shared/api/types';
import type { Chosen } from './chosen';

type MatterKind = operations['openMatter']['requestBody']['content']['application/json']['kind'];

interface Step {
  readonly caseId: string;
  readonly chosen: Chosen;
  readonly expectedVersion: number | undefined;
  readonly input: unknown;
  readonly key: string;
}

/** One step of a case: on its stage, on one of its matters, or a new matter. */
export const send = async ({
  caseId,
  chosen: { owner, action },
  expectedVersion,
  input,
  key,
}: Step): Promise<CaseView> => {
  const header = keyed(key);
  const body = { ...(expectedVersion === undefined ? {} : { expectedVersion }), input };
  if (owner === 'open') {
    const opened = api.POST('/api/v1/cases/{caseId}/matters', {
      params: { path: { caseId }, header },
      body: { kind: action as MatterKind, input },
    });
    return settled(await dataOf(opened), key);
  }
  if (owner === 'stage') {
    const taken = api.POST('/api/v1/cases/{caseId}/actions/{action}', {
      params: { path: { caseId, action }, header },
      body,
    });
    return settled(await dataOf(taken), key);
  }
  const path = { caseId, matterId: owner, action };
  const taken = api.POST('/api/v1/cases/{caseId}/matters/{matterId}/actions/{action}', {
    params: { path, header },
    body,
  });
  return settled(await dataOf(taken), key);
};
