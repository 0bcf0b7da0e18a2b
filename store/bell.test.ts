import { getEventListeners } from 'node:events';
import { createBell } from './bell';

test('a wait ends with a ring, also one that came before it, once; with the signal; and leaves no listener behind', async () => {
  const control = new AbortController();
  const bell = createBell();
  bell.ring();
  bell.ring();
  await bell.wait(60_000, control.signal);
  let ended = false;
  const second = bell.wait(60_000, control.signal).then(() => (ended = true));
  await Promise.resolve();
  expect(ended).toBe(false);
  bell.ring();
  await second;
  await bell.wait(0, control.signal);
  expect(getEventListeners(control.signal, 'abort')).toHaveLength(0);
  const last = bell.wait(60_000, control.signal);
  control.abort();
  await last;
  await bell.wait(60_000, control.signal);
});
