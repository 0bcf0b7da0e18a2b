import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, dataOf, filled, keyed, oneOf } from '../../shared/api/client';
import { useChange } from '../../shared/plain-form/use-change';
import type { PlainValues } from '../../shared/plain-form/plain-field';
import { roleOptions } from './roles';

const roleOf = (text: string) =>
  oneOf(
    roleOptions.map(({ value }) => value),
    text,
  ) as 'townshipClerk' | undefined;

export const useStaff = ({ search, role, active }: Readonly<Record<'search' | 'role' | 'active', string>>) =>
  useInfiniteQuery({
    queryKey: ['staff', search, role, active],
    queryFn: ({ pageParam }) =>
      dataOf(
        api.GET('/api/v1/staff', {
          params: {
            query: filled({ search, role: roleOf(role), active: oneOf(['true', 'false'], active), after: pageParam }),
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  });

const at = (staffId: string) => ({ params: { path: { staffId } } });

export const usePerson = (staffId: string) =>
  useQuery({ queryKey: ['staff', staffId], queryFn: () => dataOf(api.GET('/api/v1/staff/{staffId}', at(staffId))) });

export const useSessions = (staffId: string) =>
  useQuery({
    queryKey: ['staff', staffId, 'sessions'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/staff/{staffId}/sessions', at(staffId)))).sessions,
  });

const appointmentOf = ({ role = '', division = '', validFrom = '', validTo }: PlainValues) => ({
  role: roleOf(role) ?? 'townshipClerk',
  division,
  validFrom,
  ...(validTo ? { validTo } : {}),
});

export const useCreate = () => {
  const change = useChange(['staff']);
  return (values: PlainValues) => {
    const { login = '', name = '' } = values;
    const body = { login, name, ...appointmentOf(values) };
    return change(body, (key) => dataOf(api.POST('/api/v1/staff', { params: { header: keyed(key) }, body })));
  };
};

/** What an administrator does to one account. */
export const useAccount = (staffId: string) => {
  const change = useChange(['staff']);
  const path = { staffId };
  return {
    grant: (values: PlainValues) => {
      const body = appointmentOf(values);
      return change(body, (key) =>
        dataOf(api.POST('/api/v1/staff/{staffId}/appointments', { params: { path, header: keyed(key) }, body })),
      );
    },
    end: (appointmentId: string, lastDay: string) =>
      change([appointmentId, lastDay], (key) =>
        dataOf(
          api.POST('/api/v1/staff/{staffId}/appointments/{appointmentId}/end', {
            params: { path: { staffId, appointmentId }, header: keyed(key) },
            body: { lastDay },
          }),
        ),
      ),
    reset: () =>
      change('reset', (key) =>
        dataOf(api.POST('/api/v1/staff/{staffId}/password', { params: { path, header: keyed(key) } })),
      ),
    setActive: (active: boolean) =>
      change(active, () => dataOf(api.PUT('/api/v1/staff/{staffId}/active', { params: { path }, body: { active } }))),
    revoke: (sessionId: string) =>
      change(sessionId, () =>
        dataOf(
          api.DELETE('/api/v1/staff/{staffId}/sessions/{sessionId}', { params: { path: { staffId, sessionId } } }),
        ),
      ),
  };
};

export const useOwnSessions = () =>
  useQuery({
    queryKey: ['ownSessions'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/session/all'))).sessions,
  });

export const useOwnAccount = () => {
  const change = useChange(['ownSessions']);
  return {
    changePassword: ({ current = '', next = '' }: PlainValues) =>
      change([current, next], (key) =>
        dataOf(api.POST('/api/v1/session/password', { params: { header: keyed(key) }, body: { current, next } })),
      ),
    revoke: (sessionId: string) =>
      change(sessionId, () =>
        dataOf(api.DELETE('/api/v1/session/all/{sessionId}', { params: { path: { sessionId } } })),
      ),
  };
};
