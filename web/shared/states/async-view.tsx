import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem';
import { ErrorState, Loading } from './states';

interface Props<Data> {
  readonly query: UseQueryResult<Data>;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

/** Loading, error with retry, no permission, or the content. What is already on the page stays while it is read anew. */
export const AsyncView = <Data,>({ query, rows, children }: Props<Data>) => {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <ErrorState problem={asProblem(query.error)} retry={() => void query.refetch()} />;
  return <Loading {...(rows === undefined ? {} : { rows })} />;
};
