import { Readable } from 'node:stream';
import type { Change } from '../../store/changes';
import type { Actor } from '../actor';
import { allows, covers, type Permission } from '../permissions';

/** A client that does not read is let go; it comes back and hears what it missed. */
const MOST_WAITING = 64 * 1024;

/** Who may know that something of a kind changed. */
const readers: Readonly<Record<Exclude<Change['topic'], 'session'>, readonly Permission[]>> = {
  case: ['case.read', 'workflow.read'],
  import: ['import.run'],
  payment: ['payment.read'],
};

/** True when it happened in the actor's division, or with a guest office in it, and concerns the actor's work. */
export const mayKnow = (actor: Pick<Actor, 'role' | 'division'>, { topic, offices }: Change): boolean =>
  topic !== 'session' &&
  readers[topic].some((permission) => allows(permission, actor)) &&
  offices.some((office) => covers(actor, office));

/** One open stream of events (text/event-stream). */
export interface Subscriber {
  readonly actor: Actor;
  readonly stream: Readable;
  tell(event: 'ready' | 'change' | 'resync', id: string, data: object): void;
  beat(): void;
  end(): void;
}

export const createSubscriber = (actor: Actor): Subscriber => {
  const stream = new Readable({ read: () => undefined });
  // Ended, but not yet read to its end: whatever is written now would be an error of the whole process.
  let ended = false;
  const write = (text: string): void => {
    if (ended || stream.destroyed) return;
    if (stream.readableLength > MOST_WAITING) stream.destroy();
    else stream.push(text);
  };
  return {
    actor,
    stream,
    tell: (event, id, data) => write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    beat: () => write(': still here\n\n'),
    end: () => {
      if (ended || stream.destroyed) return;
      ended = true;
      stream.push(null);
    },
  };
};
