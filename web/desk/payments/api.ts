import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { components, operations } from '../../client/schema';
import { api, dataOf, filled, keyed, oneOf } from '../../shared/api/client';
import { useChange } from '../../shared/plain-form/use-change';

type Schemas = components['schemas'];
export type RunView = Schemas['PaymentRun'];
export type RunDetail = Schemas['PaymentRunDetail'];
export type LineView = Schemas['PaymentLine'];
export type ActionView = RunDetail['actions'][number];

const kinds = ['monthly', 'supplementary', 'priceLinkage', 'oneOff'] as const;
const yes = ['true'] as const;

export interface RunFilters {
  readonly view: string;
  readonly month: string;
  readonly kind: string;
}

export const useRuns = ({ view, month, kind }: RunFilters) =>
  useInfiniteQuery({
    queryKey: ['paymentRuns', view, month, kind],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/payment-runs', {
          params: {
            query: filled({
              month,
              kind: oneOf(kinds, kind),
              mine: view === 'mine' ? oneOf(yes, 'true') : undefined,
              late: view === 'late' ? oneOf(yes, 'true') : undefined,
              cursor: pageParam,
            }),
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const useRun = (runId: string) =>
  useQuery({
    queryKey: ['paymentRun', runId],
    queryFn: () => dataOf(api.GET('/api/v1/payment-runs/{runId}', { params: { path: { runId } } })),
  });

type LineQuery = NonNullable<operations['listPaymentLines']['parameters']['query']>;

/** Lines of a run; `state`, `reason` and `township` as in the address of the page. */
export const useLines = (runId: string, filters: Pick<LineQuery, 'state' | 'reason' | 'township'>) =>
  useInfiniteQuery({
    queryKey: ['paymentRun', runId, 'lines', filters],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/payment-runs/{runId}/lines', {
          params: { path: { runId }, query: filled({ ...filters, cursor: pageParam }) },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

type ActionName = operations['takePaymentAction']['parameters']['path']['action'];
export type ActionInput = operations['takePaymentAction']['requestBody']['content']['application/json'];

export const useRunAction = (runId: string) => {
  const change = useChange(['paymentRun', 'paymentRuns']);
  return (action: string, body: ActionInput) =>
    change({ runId, action, body }, (key) =>
      dataOf(
        api.POST('/api/v1/payment-runs/{runId}/actions/{action}', {
          params: { path: { runId, action: action as ActionName }, header: keyed(key) },
          body,
        }),
      ),
    );
};

export type HoldDecision = operations['decidePaymentHold']['requestBody']['content']['application/json'];

export const useDecideHold = () => {
  const change = useChange(['paymentRun', 'paymentRuns', 'queue']);
  return (lineId: string, body: HoldDecision) =>
    change({ lineId, body }, (key) =>
      dataOf(
        api.POST('/api/v1/payment-lines/{lineId}/hold-decisions', {
          params: { path: { lineId }, header: keyed(key) },
          body,
        }),
      ),
    );
};

type NewRun = operations['openPaymentRun']['requestBody']['content']['application/json'];

export const useOpenRun = () => {
  const change = useChange(['paymentRuns']);
  return (body: NewRun) =>
    change(body, (key) => dataOf(api.POST('/api/v1/payment-runs', { params: { header: keyed(key) }, body })));
};
