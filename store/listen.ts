import { Client } from 'pg';

export interface Hearing {
  onMessage(payload: string): void;
  /** The connection was away for a while: messages may have been missed. */
  onGap(): void;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Hears what transactions tell on a channel when they end (NOTIFY), on a connection of its own; connects again by itself.
 * Answers how to stop.
 */
export const listenOn = (url: string, channel: string, { onMessage, onGap }: Hearing): (() => Promise<void>) => {
  let stopped = false;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;

  const again = (): void => {
    if (stopped) return;
    timer = setTimeout(() => void connect(true), Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));
    failures += 1;
  };
  const connect = async (gap: boolean): Promise<void> => {
    const next = new Client({ connectionString: url, keepAlive: true });
    client = next;
    let lost = false;
    const lose = (): void => {
      if (lost) return;
      lost = true;
      next.end().catch(() => undefined);
      again();
    };
    next.on('error', lose);
    next.on('end', lose);
    next.on('notification', ({ payload = '' }) => onMessage(payload));
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      failures = 0;
      if (gap) onGap();
    } catch {
      lose();
    }
  };
  void connect(false);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
};
