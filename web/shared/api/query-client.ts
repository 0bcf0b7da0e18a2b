import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem';

const passing = (error: Error): boolean => error instanceof ProblemError && [0, 502, 503].includes(error.status);

/** Reads are tried twice more when the way is broken, never when the answer is an answer. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => passing(error) && count < 2,
        retryDelay: (attempt) => 1000 * 2 ** attempt,
      },
      mutations: { retry: false },
    },
  });
