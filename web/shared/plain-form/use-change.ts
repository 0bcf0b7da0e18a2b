import { useQueryClient } from '@tanstack/react-query';
import { useCommandKeys } from '../api/command-key';

/** A change by its own Idempotency-Key, after which what it touched is read anew. */
export const useChange = (touched: readonly string[]) => {
  const keys = useCommandKeys();
  const queries = useQueryClient();
  return async <Answer>(input: unknown, send: (key: string) => Promise<Answer>): Promise<Answer> => {
    const answer = await send(keys.keyFor(input));
    keys.done();
    await Promise.all(touched.map((name) => queries.invalidateQueries({ queryKey: [name] })));
    return answer;
  };
};
