import { Client } from 'pg';

/** What changed, and the offices (division codes) that may know. Ids alone. */
export interface Change {
  readonly topic: 'case' | 'import' | 'payment' | 'session';
  readonly id: string;
  readonly offices: readonly string[];
}

export interface Listening {
  onChange(change: Change): void;
  /** The connection was away for a while: changes may have been missed. */
  onGap(): void;
}

const CHANNEL = 'doudi_changes';
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Hears what transactions tell when they end (NOTIFY of the migration live_changes), on one connection of its own for
 * the whole process; connects again by itself. Answers how to stop.
 */
export const listenForChanges = (url: string, { onChange, onGap }: Listening): (() => Promise<void>) => {
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
    next.on('notification', ({ payload = '' }) => onChange(JSON.parse(payload) as Change));
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
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
