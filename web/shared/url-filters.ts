import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Filters that stand in the address, so that a list can be sent to a colleague and is the same after coming back. */
export const useUrlFilters = <Name extends string>(names: readonly Name[]) => {
  const [search, setSearch] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Record<Name, string>;
  const set = useCallback(
    (changes: Partial<Record<Name, string>>) => {
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries<string | undefined>(changes)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      );
    },
    [setSearch],
  );
  return [values, set] as const;
};
