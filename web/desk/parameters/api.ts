import { useQuery } from '@tanstack/react-query';
import { api, dataOf, filled, keyed, oneOf } from '../../shared/api/client';
import { uuid } from '../../shared/api/uuid';
import type { PlainValues } from '../../shared/plain-form/plain-field';
import { useChange } from '../../shared/plain-form/use-change';
import type { Verdict } from '../checking/checker';
import { valueOf } from './value-of';

interface Wanted {
  readonly division: string;
  readonly search?: string;
  readonly assumed?: string;
  readonly on?: string;
}

export const useParameters = ({ division, search = '', assumed = '', on = '' }: Wanted) =>
  useQuery({
    queryKey: ['parameters', division, search, assumed, on],
    queryFn: async () =>
      (
        await dataOf(
          api.GET('/api/v1/parameters', {
            params: { query: filled({ division, search, on, assumed: oneOf(['true'], assumed) }) },
          }),
        )
      ).parameters,
    placeholderData: (before) => before,
  });

export const useParameterProposals = (wanted: { readonly state?: 'proposed'; readonly parameter?: string }) =>
  useQuery({
    queryKey: ['parameters', 'proposals', wanted],
    queryFn: async () =>
      (await dataOf(api.GET('/api/v1/parameters/proposals', { params: { query: wanted } }))).proposals,
  });

const touched = ['parameters', 'delegation'];

export const useProposeParameter = (parameter: string, unit: string) => {
  const change = useChange(touched);
  return (
    { division = '', category, from = '', to, value = '', reference = '', history }: PlainValues,
    documentId?: string,
  ) => {
    const body = {
      parameter,
      division,
      from,
      reference,
      value: valueOf(value, unit),
      ...(category ? { category } : {}),
      ...(to ? { to } : {}),
      ...(documentId ? { documentId } : {}),
      ...(history === 'true' ? { history: true } : {}),
    };
    return change(body, (key) =>
      dataOf(api.POST('/api/v1/parameters/proposals', { params: { header: keyed(key) }, body })),
    );
  };
};

/** The paper behind a value; the body is the file itself. */
export const uploadPaper = (division: string, file: File) =>
  dataOf(
    api.POST('/api/v1/standards/documents', {
      params: { query: { division, name: file.name }, header: keyed(uuid()) },
      body: file.name,
      bodySerializer: () => file,
      headers: { 'Content-Type': file.type || 'application/octet-stream' },
    }),
  );

export const useDecideParameter = () => {
  const change = useChange(touched);
  return (proposalId: string, verdict: Verdict) => {
    const params = { path: { proposalId }, header: keyed(uuid()) };
    return change([proposalId, verdict], () =>
      verdict === 'approve'
        ? dataOf(api.POST('/api/v1/parameters/proposals/{proposalId}/approve', { params }))
        : dataOf(api.POST('/api/v1/parameters/proposals/{proposalId}/reject', { params })),
    );
  };
};
