import { useQuery } from '@tanstack/react-query';
import type { components } from '../../../client/schema';
import { api, dataOf } from '../../../shared/api/client';
import { caseKey } from '../api';

export type VisitView = components['schemas']['Visit'];
export type OpenDispute = components['schemas']['OpenDispute'];

export const useCaseVisits = (caseId: string, enabled = true) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'visits'],
    queryFn: () => dataOf(api.GET('/api/v1/cases/{caseId}/visits', { params: { path: { caseId } } })),
    enabled,
  });
