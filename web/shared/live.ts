import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const ADDRESS = '/api/v1/events';
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

interface Told {
  readonly topic: string;
  readonly id: string;
}

/** Whom it concerns when something changed. */
export interface LiveListener {
  changed(told: Told): void;
  /** Something may have been missed: everything shown is read again. */
  missed(): void;
}

/** The part of EventSource that is used; tests hand over one of their own. */
export interface Source {
  readonly readyState: number;
  addEventListener(
    type: string,
    listener: (event: { readonly data?: string; readonly lastEventId?: string }) => void,
  ): void;
  close(): void;
}

const CLOSED = 2;
const openSource = (url: string): Source => new EventSource(url) as unknown as Source;

/**
 * Follows the server's events until told to stop. A browser gives up for good on an answer that is no stream (the API is
 * restarting): then another connection is made, later and later, with the last event that was heard.
 */
export const followEvents = ({ changed, missed }: LiveListener, open: (url: string) => Source = openSource) => {
  let source: Source | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  let failures = 0;

  const connect = (): void => {
    const next = open(last ? `${ADDRESS}?after=${encodeURIComponent(last)}` : ADDRESS);
    source = next;
    const on = (type: string, hear: (data: string) => void): void =>
      next.addEventListener(type, ({ data = '', lastEventId = '' }) => {
        last = lastEventId || last;
        hear(data);
      });
    on('ready', () => (failures = 0));
    on('resync', missed);
    on('change', (data) => changed(JSON.parse(data) as Told));
    next.addEventListener('error', () => {
      if (next.readyState !== CLOSED || source !== next) return;
      timer = setTimeout(connect, Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));
      failures += 1;
    });
  };
  connect();
  return (): void => {
    clearTimeout(timer);
    source?.close();
    source = undefined;
  };
};

type Keys = readonly (readonly string[])[];

/** What a change makes stale, by the first parts of the keys of queries. */
const staleBy: Readonly<Record<string, (id: string) => Keys>> = {
  case: (id) => [['case', id], ['queue'], ['cases'], ['workflows'], ['workflow', id]],
  import: (id) => [['import', id], ['imports']],
  payment: (id) => [['paymentRun', id], ['paymentRuns']],
};
/** Never what somebody is typing (drafts). */
const allStale: Keys = [
  ['case'],
  ['queue'],
  ['cases'],
  ['workflows'],
  ['workflow'],
  ['import'],
  ['imports'],
  ['paymentRun'],
  ['paymentRuns'],
];

/**
 * Keeps the pages of the desk as they are in the database, within two seconds. A tab that nobody sees lets its
 * connection go (a browser has six for one address) and reads everything again when it is looked at.
 */
export const useLive = (): void => {
  const queries = useQueryClient();
  useEffect(() => {
    let stop: (() => void) | undefined;
    const readAgain = (keys: Keys = []): void =>
      keys.forEach((queryKey) => void queries.invalidateQueries({ queryKey }));
    const missed = (): void => readAgain(allStale);
    const changed = ({ topic, id }: Told): void => readAgain(staleBy[topic]?.(id));
    const look = (): void => {
      if (document.hidden) {
        stop?.();
        stop = undefined;
      } else stop ??= followEvents({ changed, missed });
    };
    const lookAgain = (): void => {
      if (!document.hidden && !stop) missed();
      look();
    };
    look();
    document.addEventListener('visibilitychange', lookAgain);
    return () => {
      document.removeEventListener('visibilitychange', lookAgain);
      stop?.();
    };
  }, [queries]);
};
