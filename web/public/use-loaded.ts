import { useCallback, useEffect, useState } from 'react';
import { asProblem, type ProblemError } from '../shared/api/problem';

export type Loaded<Data> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: ProblemError; readonly again: () => void }
  | { readonly state: 'loaded'; readonly data: Data };

/** One reading of the server, once per page; `load` must stay the same function while its question does. */
export const useLoaded = <Data>(load: () => Promise<Data>): Loaded<Data> => {
  const [answer, setAnswer] = useState<Loaded<Data>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    let wanted = true;
    const keep = (next: Loaded<Data>): void => (wanted ? setAnswer(next) : undefined);
    setAnswer({ state: 'loading' });
    load().then(
      (data) => keep({ state: 'loaded', data }),
      (error: unknown) => keep({ state: 'failed', problem: asProblem(error), again }),
    );
    return () => {
      wanted = false;
    };
  }, [load, attempt, again]);
  return answer;
};
