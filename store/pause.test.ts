import { getEventListeners } from 'node:events';
import { pause } from './pause';

test('a pause leaves no listener behind, ends early when told to, and does not begin after that', async () => {
  const control = new AbortController();
  for (let turn = 0; turn < 20; turn += 1) await pause(0, control.signal);
  expect(getEventListeners(control.signal, 'abort')).toHaveLength(0);
  const long = pause(60_000, control.signal);
  control.abort();
  await long;
  await pause(60_000, control.signal);
});
