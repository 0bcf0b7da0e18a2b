import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, keyed } from '../../shared/api/client';
import { sessionEnded } from '../../shared/api/session-ended';
import type { Session } from '../../shared/api/types';
import { uuid } from '../../shared/api/uuid';

export const SESSION = ['session'] as const;

export const useSession = () =>
  useQuery({ queryKey: SESSION, queryFn: () => dataOf(api.GET('/api/v1/session')), staleTime: 300_000 });

/** The session of the person at the desk; only used below the log-in, where there is one. */
export const useMe = (): Session => {
  const { data } = useSession();
  if (!data) throw new Error('used outside the desk');
  return data;
};

export const useMay = (permission: string): boolean => useMe().permissions.includes(permission);

export const useLogIn = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { login: string; password: string }) => dataOf(api.POST('/api/v1/session', { body })),
    onSuccess: (session) => {
      queries.setQueryData(SESSION, session);
      sessionEnded.over();
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
    },
  });
};

export const useLogOut = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => dataOf(api.DELETE('/api/v1/session')),
    onSettled: async () => {
      const me = queries.getQueryData<Session>(SESSION);
      sessionStorage.clear();
      try {
        if (me) await (await import('../visits/offline/phone')).wipePhone(me.staffId);
      } finally {
        queries.clear();
        window.location.assign('/');
      }
    },
  });
};

/** Another appointment is another reach and other rights: everything read before is read anew. */
export const useSwitchAppointment = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (appointmentId: string) =>
      dataOf(api.POST('/api/v1/session/appointment', { params: { header: keyed(uuid()) }, body: { appointmentId } })),
    onSuccess: (session) => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
      queries.setQueryData(SESSION, session);
    },
  });
};
