import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import type { Change } from '../../store/changes';
import type { Store } from '../../store/client';
import type { Actor } from '../actor';
import { livingSessions } from '../session/sessions';
import { createSubscriber, mayKnow, type Subscriber } from './subscriber';

const BEAT_MS = 15_000;
/** Changes of one moment go out together; many of them as one call to read again. */
const GATHER_MS = 200;
const MOST_AT_ONCE = 40;
/** What is kept for those who come back after a short break. */
const KEPT = 500;

/** Tells open desks what changed, at once: one listening connection for all of them. */
export interface Live {
  /** The events of an actor from now on; `after`: the last id that was heard before. */
  follow(actor: Actor, after: string | undefined): Readable;
  close(): Promise<void>;
}

export interface LiveDeps {
  readonly store: Pick<Store, 'listen' | 'withScope'>;
  readonly now: () => Date;
  readonly logger: Pick<Logger, 'warn'>;
}

export const createLive = ({ store, now, logger }: LiveDeps): Live => {
  // Ids of another process mean nothing here: whoever brings one reads everything again.
  const life = randomUUID().slice(0, 8);
  const subscribers = new Set<Subscriber>();
  let kept: readonly { readonly number: number; readonly change: Change }[] = [];
  let number = 0;
  let gathered: Change[] = [];
  let gathering: NodeJS.Timeout | undefined;
  let beating: NodeJS.Timeout | undefined;
  let stopListening: (() => Promise<void>) | undefined;

  const idNow = (): string => `${life}.${number}`;
  const resync = ({ tell }: Subscriber): void => tell('resync', idNow(), {});
  const tellEach = (subscriber: Subscriber, changes: typeof kept): void => {
    const known = changes.filter(({ change }) => mayKnow(subscriber.actor, change));
    if (known.length > MOST_AT_ONCE) return resync(subscriber);
    for (const { number: own, change } of known)
      subscriber.tell('change', `${life}.${own}`, { topic: change.topic, id: change.id });
  };

  const flush = (): void => {
    gathering = undefined;
    const fresh = [...new Map(gathered.map((change) => [`${change.topic}/${change.id}`, change])).values()].map(
      (change) => ({ number: (number += 1), change }),
    );
    gathered = [];
    kept = [...kept, ...fresh].slice(-KEPT);
    for (const subscriber of subscribers) tellEach(subscriber, fresh);
  };
  const endSession = (id: string): void =>
    subscribers.forEach((subscriber) => (subscriber.actor.sessionId === id ? subscriber.end() : undefined));
  const onChange = (change: Change): void => {
    if (change.topic === 'session') return endSession(change.id);
    gathered.push(change);
    gathering ??= setTimeout(flush, GATHER_MS);
  };
  const onGap = (): void => {
    kept = [];
    number += 1;
    subscribers.forEach(resync);
  };

  /** Sessions that ran out, and appointments that ended, say nothing by themselves. */
  const beat = async (): Promise<void> => {
    const actors = [...subscribers].map(({ actor }) => actor);
    const living = await store.withScope(undefined, (tx) => livingSessions(tx, actors, now()));
    for (const subscriber of subscribers) {
      if (living.has(subscriber.actor.sessionId)) subscriber.beat();
      else subscriber.end();
    }
  };
  const start = (): void => {
    stopListening ??= store.listen({ onChange, onGap });
    beating ??= setInterval(() => {
      beat().catch((error: unknown) => logger.warn({ reason: String(error) }, 'live sessions not checked'));
    }, BEAT_MS).unref();
  };

  /** What was missed, if it is still known; else the sign to read everything again. */
  const catchUp = (subscriber: Subscriber, after: string): void => {
    const [from, last] = after.split('.');
    const first = kept[0]?.number ?? number + 1;
    if (from !== life || Number(last) < first - 1 || Number(last) > number) return resync(subscriber);
    tellEach(
      subscriber,
      kept.filter(({ number: own }) => own > Number(last)),
    );
  };

  return {
    follow(actor, after) {
      start();
      const subscriber = createSubscriber(actor);
      subscribers.add(subscriber);
      subscriber.stream.once('close', () => subscribers.delete(subscriber));
      if (after) catchUp(subscriber, after);
      subscriber.tell('ready', idNow(), {});
      return subscriber.stream;
    },
    async close() {
      clearTimeout(gathering);
      clearInterval(beating);
      subscribers.forEach((subscriber) => subscriber.end());
      await stopListening?.();
    },
  };
};
