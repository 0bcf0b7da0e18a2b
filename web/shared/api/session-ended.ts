import { useSyncExternalStore } from 'react';

let ended = false;
const listeners = new Set<() => void>();

const set = (value: boolean): void => {
  if (ended === value) return;
  ended = value;
  listeners.forEach((listener) => listener());
};

/** Set when a request is answered with 401: a log-in opens over the page, so that nothing typed is lost. */
export const sessionEnded = {
  tell: () => set(true),
  over: () => set(false),
  use: (): boolean =>
    useSyncExternalStore(
      (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      () => ended,
    ),
};
