import { asProblem, type ProblemError } from '../../../shared/api/problem';
import { visitId, type Draft } from '../sheet/model';
import { sendVisit, type Transport } from './send-visit';
import type { Vault } from './vault';

/** What the strip shows. */
export interface OutboxState {
  readonly waiting: number;
  readonly refused: number;
  /** Sent since the page was opened. */
  readonly sent: number;
  readonly sending: boolean;
}

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
const TOO_MANY = 429;
const UNAUTHENTICATED = 401;
const ACCEPTED = 202;

/** The way is broken or the answer is still out: the same request again later. Anything else is an answer. */
const passing = ({ status, code }: ProblemError): boolean =>
  (status === 0 && code === 'offline') ||
  status >= 500 ||
  [ACCEPTED, TOO_MANY, UNAUTHENTICATED].includes(status) ||
  code === 'idempotencyInProgress';

/** A sent visit leaves nothing on the phone. */
export const forgetVisit = async (
  vault: Vault,
  draft: Pick<Draft, 'caseId' | 'owner' | 'uploaded'>,
  pictures: readonly string[],
) => {
  await Promise.all([...pictures, ...Object.keys(draft.uploaded)].map((id) => vault.remove('picture', id)));
  await vault.remove('pack', visitId(draft));
  await vault.remove('draft', visitId(draft));
};

interface Timer {
  set(work: () => void, ms: number): unknown;
  clear(timer: unknown): void;
}

export interface OutboxDeps {
  readonly vault: Vault;
  readonly transport: Transport;
  readonly timer?: Timer;
  /** Pictures of last time that came with the pack. */
  packPictures(id: string): Promise<readonly string[]>;
  /** One tab at a time. */
  exclusively?(work: () => Promise<void>): Promise<void>;
  sent?(draft: Draft): void;
}

const ordinary: Timer = {
  set: (work, ms) => setTimeout(work, ms),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

/** Sends what waits, again and again with growing pauses, until it is sent or the office has said no. */
export const createOutbox = ({ vault, transport, timer = ordinary, packPictures, exclusively, sent }: OutboxDeps) => {
  let state: OutboxState = { waiting: 0, refused: 0, sent: 0, sending: false };
  let failures = 0;
  let pending: unknown;
  let stopped = false;
  const listeners = new Set<() => void>();
  const tell = (next: Partial<OutboxState>): void => {
    state = { ...state, ...next };
    listeners.forEach((listener) => listener());
  };
  const drafts = async (): Promise<readonly Draft[]> => (await vault.list('draft')).map(({ value }) => value as Draft);
  const count = async (): Promise<readonly Draft[]> => {
    const all = await drafts();
    const waiting = all.filter((draft) => draft.state === 'waiting');
    tell({ waiting: waiting.length, refused: all.filter((draft) => draft.state === 'refused').length });
    return waiting;
  };
  const save = (draft: Draft): Promise<void> => vault.put({ kind: 'draft', id: visitId(draft) }, draft);

  const later = (): void => {
    if (stopped) return;
    timer.clear(pending);
    pending = timer.set(() => void send(), Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));
    failures += 1;
  };

  /** @returns whether the way was open */
  const sendOne = async (draft: Draft): Promise<boolean> => {
    let latest = draft;
    const keep = (next: Draft): Promise<void> => save((latest = next));
    try {
      await sendVisit(draft, { transport, picture: (id) => vault.getPicture(id), save: keep });
    } catch (error) {
      const problem = asProblem(error);
      if (passing(problem)) return false;
      await save({ ...latest, state: 'refused', refusal: problem.message });
      return true;
    }
    await forgetVisit(vault, latest, await packPictures(visitId(latest)));
    tell({ sent: state.sent + 1 });
    sent?.(latest);
    return true;
  };

  const round = async (): Promise<void> => {
    for (const draft of await count()) {
      if (stopped) return;
      if (!(await sendOne(draft))) {
        later();
        break;
      }
      failures = 0;
      await count();
    }
  };

  let running: Promise<void> | undefined;
  const send = (): Promise<void> => {
    running ??= (async () => {
      timer.clear(pending);
      const waiting = await count();
      if (waiting.length === 0 || stopped) return;
      tell({ sending: true });
      await (exclusively ?? ((work) => work()))(round);
    })().finally(() => {
      running = undefined;
      tell({ sending: false });
    });
    return running;
  };

  return {
    send,
    /** The network is back, or somebody asked: without waiting any longer. */
    hurry: (): Promise<void> => {
      failures = 0;
      return send();
    },
    state: (): OutboxState => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: (): void => {
      stopped = true;
      timer.clear(pending);
    },
  };
};

export type Outbox = ReturnType<typeof createOutbox>;
