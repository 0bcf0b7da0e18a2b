/** Calls whoever waits for work. A ring that comes while nobody waits is kept for the next wait. */
export interface Bell {
  ring(): void;
  /** Ends with a ring, after so many milliseconds, or when the signal says so. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export const createBell = (): Bell => {
  let rung = false;
  let end: (() => void) | undefined;
  return {
    ring: () => {
      rung = true;
      end?.();
    },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          [rung, end] = [false, undefined];
          resolve();
        };
        const timer = setTimeout(done, ms);
        signal.addEventListener('abort', done, { once: true });
        end = done;
        if (rung || signal.aborted) done();
      }),
  };
};
