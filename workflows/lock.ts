import { condition } from '@temporalio/workflow';

/** One at a time, handlers and timer loop alike: every waiter looks again after each release. */
export const createLock = () => {
  let busy = false;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    while (busy) await condition(() => !busy);
    busy = true;
    try {
      return await work();
    } finally {
      busy = false;
    }
  };
};
