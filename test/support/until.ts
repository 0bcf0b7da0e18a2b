import { setTimeout as pause } from 'node:timers/promises';

const BETWEEN_LOOKS_MS = 20;

/** Waits for a condition; the test's own limit ends a wait in vain. */
export const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await pause(BETWEEN_LOOKS_MS);
};
