import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { components } from '../../client/schema';
import { api, dataOf, filled, keyed, oneOf } from '../../shared/api/client';
import { uuid } from '../../shared/api/uuid';
import type { PlainValues } from '../../shared/plain-form/plain-field';
import { useChange } from '../../shared/plain-form/use-change';

type Schemas = components['schemas'];
export type PackageView = Schemas['ExchangePackage'];
export type ItemView = Schemas['ExchangeItem'];
export type FieldView = Schemas['ExchangeField'];
export type ReceiptView = Schemas['ExchangeReceipt'];
export type DifferenceView = Schemas['ExchangeDifference'];
export type AlertView = Schemas['ExchangeAlert'];
export type SnapshotView = Schemas['ExchangeSnapshot'];
export type FileView = Schemas['ExchangeFile'];
export type FillInView = Schemas['FillIn'];

const KEY = 'exchange';
const TOUCHED = [KEY, 'queue'];
const BUILDING_MS = 2000;
const READING_MS = 500;

const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }: { readonly next: string | null }) => next ?? undefined,
};

const kinds = ['standards', 'decisions', 'lowIncomeList'] as const;
const itemStates = ['sent', 'accepted', 'rejected', 'leftOut'] as const;
const differenceKinds = ['onlyHere', 'onlyThere', 'programme', 'class', 'amount', 'dates'] as const;
const differenceStates = ['open', 'settled', 'gone'] as const;

/** Asked again while a package is being made. */
export const usePackages = () =>
  useInfiniteQuery({
    queryKey: [KEY, 'packages'],
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/api/v1/exchange/packages', { params: { query: filled({ cursor: pageParam }) } })),
    ...pages,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((one) => one.state === 'building')) ? BUILDING_MS : false,
  });

export const usePackage = (packageId: string) =>
  useQuery({
    queryKey: [KEY, 'package', packageId],
    queryFn: () => dataOf(api.GET('/api/v1/exchange/packages/{packageId}', { params: { path: { packageId } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'building' ? BUILDING_MS : false),
  });

/** `built`: rows are there once the package is made. */
export const useItems = (packageId: string, state: string, built: string | null) =>
  useInfiniteQuery({
    queryKey: [KEY, 'items', packageId, state, built],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/exchange/packages/{packageId}/items', {
          params: { path: { packageId }, query: filled({ state: oneOf(itemStates, state), cursor: pageParam }) },
        }),
      ),
    ...pages,
  });

/** Opened once for each look: every look is written down. */
export const useItem = (itemId: string) =>
  useQuery({
    queryKey: [KEY, 'item', itemId],
    queryFn: () => dataOf(api.GET('/api/v1/exchange/items/{itemId}', { params: { path: { itemId } } })),
    staleTime: Infinity,
  });

export const useWork = () =>
  useInfiniteQuery({
    queryKey: [KEY, 'work'],
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/api/v1/exchange/work', { params: { query: filled({ cursor: pageParam }) } })),
    ...pages,
  });

export const useReceipts = () =>
  useInfiniteQuery({
    queryKey: [KEY, 'receipts'],
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/api/v1/exchange/receipts', { params: { query: filled({ cursor: pageParam }) } })),
    ...pages,
  });

/** A file that was taken in, asked again while the worker reads it; what it changes is read anew when it ends. */
export const useTakenFile = (taken: FileView): FileView => {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['exchange-file', taken.id],
    queryFn: () => dataOf(api.GET('/api/v1/exchange/files/{fileId}', { params: { path: { fileId: taken.id } } })),
    initialData: taken,
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? READING_MS : false),
  });
  useEffect(() => {
    if (data.state !== 'waiting') for (const name of TOUCHED) void queries.invalidateQueries({ queryKey: [name] });
  }, [data.state, queries]);
  return data;
};

/** Of files that came for a package or to be compared: asked again while one is being read. */
export const useTakenFiles = (asked: {
  readonly what: FileView['what'];
  readonly packageId?: string;
  readonly state?: 'failed';
}) =>
  useInfiniteQuery({
    queryKey: [KEY, 'files', asked],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/exchange/files', { params: { query: filled({ ...asked, limit: '20', cursor: pageParam }) } }),
      ),
    ...pages,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((one) => one.state === 'waiting')) ? BUILDING_MS : false,
  });

export const useReceipt = (receiptId: string) =>
  useQuery({
    queryKey: [KEY, 'receipt-counts', receiptId],
    queryFn: () =>
      dataOf(
        api.GET('/api/v1/exchange/receipts/{receiptId}', { params: { path: { receiptId }, query: filled({}) } }),
      ).then(({ receipt }) => receipt),
  });

export const useSnapshot = (snapshotId: string) =>
  useQuery({
    queryKey: [KEY, 'snapshot', snapshotId],
    queryFn: () => dataOf(api.GET('/api/v1/exchange/snapshots/{snapshotId}', { params: { path: { snapshotId } } })),
  });

export const useReceiptRows = (receiptId: string) =>
  useInfiniteQuery({
    queryKey: [KEY, 'receipt', receiptId],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/exchange/receipts/{receiptId}', {
          params: { path: { receiptId }, query: filled({ cursor: pageParam }) },
        }),
      ),
    ...pages,
  });

export const useDifferences = (difference: string, state: string) =>
  useInfiniteQuery({
    queryKey: [KEY, 'differences', difference, state],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/exchange/differences', {
          params: {
            query: filled({
              difference: oneOf(differenceKinds, difference),
              state: oneOf(differenceStates, state),
              cursor: pageParam,
            }),
          },
        }),
      ),
    ...pages,
  });

export const useAlerts = () =>
  useInfiniteQuery({
    queryKey: [KEY, 'alerts'],
    queryFn: ({ pageParam }) =>
      dataOf(api.GET('/api/v1/exchange/alerts', { params: { query: filled({ cursor: pageParam }) } })),
    ...pages,
  });

export const useFillIn = (caseId: string, opened: boolean) =>
  useQuery({
    queryKey: [KEY, 'fillIn', caseId],
    queryFn: () => dataOf(api.GET('/api/v1/cases/{caseId}/fill-in', { params: { path: { caseId } } })),
    enabled: opened,
    staleTime: Infinity,
  });

/** The file is the body itself; the document only knows it as text. */
const bytesOf = (file: File) => ({
  body: file.name as never,
  bodySerializer: () => file,
  headers: { 'Content-Type': file.type || 'application/octet-stream' },
});

export const useExchange = () => {
  const change = useChange(TOUCHED);
  return {
    make: ({ kind = '', mode = '', county = '', ...rest }: PlainValues) => {
      const body = {
        county,
        kind: oneOf(kinds, kind) ?? 'decisions',
        mode: oneOf(['incremental', 'full'], mode) ?? ('incremental' as const),
        ...filled(rest),
      };
      return change(body, (key) =>
        dataOf(api.POST('/api/v1/exchange/packages', { params: { header: keyed(key) }, body })),
      );
    },
    receive: (packageId: string, file: File) =>
      change([packageId, file.name, file.size, uuid()], (key) =>
        dataOf(
          api.POST('/api/v1/exchange/packages/{packageId}/receipts', {
            params: { path: { packageId }, query: { name: file.name }, header: keyed(key) },
            ...bytesOf(file),
          }),
        ),
      ),
    answer: (itemId: string, { answer = '', answeredOn = '', ...rest }: PlainValues) => {
      const body = {
        answer: oneOf(['accepted', 'rejected'], answer) ?? ('accepted' as const),
        answeredOn,
        ...filled(rest),
      };
      return change([itemId, body], (key) =>
        dataOf(
          api.POST('/api/v1/exchange/items/{itemId}/receipt', {
            params: { path: { itemId }, header: keyed(key) },
            body,
          }),
        ),
      );
    },
    correct: (itemId: string, { note = '' }: PlainValues) =>
      change([itemId, note], (key) =>
        dataOf(
          api.POST('/api/v1/exchange/items/{itemId}/corrected', {
            params: { path: { itemId }, header: keyed(key) },
            body: { note },
          }),
        ),
      ),
    compare: (county: string, kind: string, on: string, file: File) =>
      change([county, kind, on, file.name, uuid()], (key) =>
        dataOf(
          api.POST('/api/v1/exchange/snapshots', {
            params: {
              query: {
                county,
                kind: oneOf(['roster', 'standards'], kind) ?? 'roster',
                name: file.name,
                ...filled({ on }),
              },
              header: keyed(key),
            },
            ...bytesOf(file),
          }),
        ),
      ),
    settle: (differenceId: string, { decision = '', note = '' }: PlainValues) => {
      const body = {
        decision: oneOf(['correctThere', 'correctHere', 'noMatter'], decision) ?? ('noMatter' as const),
        note,
      };
      return change([differenceId, body], (key) =>
        dataOf(
          api.POST('/api/v1/exchange/differences/{differenceId}/settle', {
            params: { path: { differenceId }, header: keyed(key) },
            body,
          }),
        ),
      );
    },
    recordFillIn: (caseId: string, hash: string, { theirNumber = '', answeredOn = '' }: PlainValues) => {
      const body = { hash, theirNumber, answeredOn };
      return change([caseId, body], (key) =>
        dataOf(
          api.POST('/api/v1/cases/{caseId}/fill-in/receipts', {
            params: { path: { caseId }, header: keyed(key) },
            body,
          }),
        ),
      );
    },
  };
};

export const contentOf = (packageId: string, format: 'csv' | 'xlsx'): string =>
  `/api/v1/exchange/packages/${packageId}/content?format=${format}`;
export const fillInSheetOf = (caseId: string): string => `/api/v1/cases/${caseId}/fill-in/sheet`;
