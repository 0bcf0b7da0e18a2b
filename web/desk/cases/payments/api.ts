import { useQuery } from '@tanstack/react-query';
import type { components } from '../../../client/schema';
import { api, dataOf } from '../../../shared/api/client';
import { caseKey } from '../api';

export type MonthView = components['schemas']['PaymentHistoryMonth'];
export type GrantView = components['schemas']['HouseholdGrant'];

export const usePaymentHistory = (caseId: string) =>
  useQuery({
    queryKey: [...caseKey(caseId), 'payments'],
    queryFn: () => dataOf(api.GET('/api/v1/cases/{caseId}/payments', { params: { path: { caseId } } })),
  });
