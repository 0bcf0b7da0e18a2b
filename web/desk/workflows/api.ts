import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shared/api/call';
import { useCommandKeys } from '../../shared/api/command-key';
import type { Page } from '../../shared/api/types';

export interface WorkflowRow {
  readonly caseId: string;
  readonly number: string;
  readonly stage: string | { readonly id: string; readonly label: string };
  readonly division?: string;
  readonly divisionPath?: string;
  readonly state?: string;
  readonly stateLabel?: string;
  readonly since?: string | null;
  readonly nextDueAt?: string | null;
  readonly next?: { readonly at: string; readonly does: string } | null;
}

export interface WorkflowDetail {
  readonly workflowId: string;
  readonly runId: string | null;
  readonly status: string;
  readonly historyLength: number | null;
  readonly startedAt: string | null;
  readonly workerVersion?: string | null;
  readonly nextTimer: { readonly at: string; readonly does: string } | null;
  readonly pendingActivities: readonly {
    readonly type: string;
    readonly attempts: number;
    readonly lastError: string | null;
  }[];
  readonly state?: unknown;
  readonly history: readonly { readonly at: string; readonly sentence: string; readonly event?: unknown }[];
}

export interface Comparison {
  readonly same: boolean;
  readonly differences: readonly (
    | string
    | {
        readonly path?: string;
        readonly field?: string;
        readonly database?: unknown;
        readonly engine?: unknown;
        readonly workflow?: unknown;
        readonly says?: string;
      }
  )[];
}

export interface WorkflowFilters {
  readonly stage: string;
  readonly state: string;
}

export const useWorkflows = (filters: WorkflowFilters) =>
  useInfiniteQuery({
    queryKey: ['workflows', filters],
    queryFn: ({ pageParam }) =>
      call<Page<WorkflowRow>>('/api/v1/admin/workflows', { query: { ...filters, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

const at = (caseId: string, rest = ''): string => `/api/v1/admin/workflows/${caseId}${rest}`;

export const useWorkflow = (caseId: string) =>
  useQuery({
    queryKey: ['workflow', caseId],
    queryFn: () => call<WorkflowDetail>(at(caseId)),
    refetchInterval: 15_000,
  });

export const useComparison = (caseId: string) =>
  useQuery({
    queryKey: ['workflow', caseId, 'comparison'],
    queryFn: () => call<Comparison>(at(caseId, '/comparison')),
  });

export const useRepair = (caseId: string) => {
  const keys = useCommandKeys();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      call(at(caseId, '/repair'), { method: 'POST', body: { reason }, key: keys.keyFor(reason) }),
    onSuccess: () => {
      keys.done();
      return queries.invalidateQueries({ queryKey: ['workflow', caseId] });
    },
  });
};

export const useEngine = () =>
  useQuery({
    queryKey: ['engine'],
    queryFn: () => call<Readonly<Record<string, unknown>>>('/api/v1/admin/engine'),
    refetchInterval: 15_000,
  });
