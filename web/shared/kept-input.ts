import { useEffect, useRef, useState } from 'react';

const PREFIX = 'doudi:form:';

const read = (key: string): unknown => {
  try {
    const text = sessionStorage.getItem(PREFIX + key);
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
};

const write = (key: string, value: unknown): void => {
  try {
    if (value === undefined) sessionStorage.removeItem(PREFIX + key);
    else sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // A full or forbidden store only means that the input lives as long as the page.
  }
};

/** Keeps what was typed under a key, in this tab alone; undefined forgets it. */
export const keepUnder = (key: string, value: unknown): void => write(key, value);

/** What was typed under a key and not sent. */
export const keptUnder = (key: string): unknown => read(key);

/** The same words for another form, which finds them when it opens. */
export const moveKept = (from: string, to: string): void => {
  write(to, read(from));
  write(from, undefined);
};

/**
 * State of a form that outlives a reload, an ended session and a conflict. It stays in this browser tab and goes with
 * it: personal data must not remain on a shared office computer.
 */
export const useKeptInput = <Value>(key: string, initial: Value) => {
  const start = useRef(initial);
  const [value, setValue] = useState<Value>(() => (read(key) as Value | undefined) ?? start.current);
  const [wasKept] = useState(() => read(key) !== undefined);
  useEffect(() => {
    write(key, value === start.current ? undefined : value);
  }, [key, value]);
  return {
    value,
    setValue,
    clear: (): void => {
      write(key, undefined);
      setValue(start.current);
    },
    wasKept,
  };
};
