import { useSyncExternalStore } from 'react';

const createSignal = () => {
  let on = false;
  const listeners = new Set<() => void>();
  const set = (value: boolean): void => {
    if (on === value) return;
    on = value;
    listeners.forEach((listener) => listener());
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    tell: () => set(true),
    over: () => set(false),
    use: (): boolean => useSyncExternalStore(subscribe, () => on),
  };
};

/** Set when a request is answered with 401: a log-in opens over the page, so that nothing typed is lost. */
export const sessionEnded = createSignal();
