import { listenOn, type Hearing } from './listen';

/** What changed, and the offices (division codes) that may know. Ids alone. */
export interface Change {
  readonly topic: 'case' | 'import' | 'payment' | 'session';
  readonly id: string;
  readonly offices: readonly string[];
}

export interface Listening extends Pick<Hearing, 'onGap'> {
  onChange(change: Change): void;
}

/** Hears what transactions tell of cases, runs and sessions (migration live_changes). Answers how to stop. */
export const listenForChanges = (url: string, { onChange, onGap }: Listening): (() => Promise<void>) =>
  listenOn(url, 'doudi_changes', { onMessage: (payload) => onChange(JSON.parse(payload) as Change), onGap });
