import { text } from 'node:stream/consumers';
import type { Actor } from '../actor';
import { createSubscriber } from './subscriber';

const actor = { sessionId: 's', staffId: 'p', role: 'townshipClerk', division: '530581001' } as unknown as Actor;

test('a stream that was ended and not yet read takes nothing more, and no error comes of it', async () => {
  const subscriber = createSubscriber(actor);
  const errors: Error[] = [];
  subscriber.stream.on('error', (error) => errors.push(error));
  subscriber.tell('change', '1', { id: 'before' });
  subscriber.end();
  subscriber.tell('change', '2', { id: 'after' });
  subscriber.beat();
  subscriber.end();
  const heard = await text(subscriber.stream);
  expect(heard).toContain('before');
  expect(heard).not.toContain('after');
  expect(errors).toEqual([]);
});
