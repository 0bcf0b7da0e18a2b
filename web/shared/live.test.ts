import { followEvents, type Source } from './live';

const createFake = () => {
  const opened: string[] = [];
  let listeners = new Map<string, (event: { data?: string; lastEventId?: string }) => void>();
  const state = { readyState: 1 };
  const open = (url: string): Source => {
    opened.push(url);
    listeners = new Map();
    state.readyState = 1;
    return {
      get readyState() {
        return state.readyState;
      },
      addEventListener: (type, listener) => void listeners.set(type, listener),
      close: () => (state.readyState = 2),
    };
  };
  return {
    opened,
    open,
    say: (type: string, event: { data?: string; lastEventId?: string } = {}) => listeners.get(type)?.(event),
    fail: (readyState: number) => {
      state.readyState = readyState;
      listeners.get('error')?.({});
    },
  };
};

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('hands on what changed, and connects again with the last event when the browser has given up', () => {
  const fake = createFake();
  const heard: unknown[] = [];
  const stop = followEvents({ changed: (told) => heard.push(told), missed: () => heard.push('missed') }, fake.open);
  fake.say('change', { data: '{"topic":"case","id":"1"}', lastEventId: 'a.7' });
  fake.fail(0);
  jest.advanceTimersByTime(60_000);
  expect(fake.opened).toHaveLength(1);
  fake.fail(2);
  jest.advanceTimersByTime(1_000);
  expect(fake.opened).toEqual(['/api/v1/events', '/api/v1/events?after=a.7']);
  fake.say('resync', { lastEventId: 'b.1' });
  expect(heard).toEqual([{ topic: 'case', id: '1' }, 'missed']);
  stop();
});

it('waits longer from failure to failure, and not at all once it is stopped', () => {
  const fake = createFake();
  const stop = followEvents({ changed: () => undefined, missed: () => undefined }, fake.open);
  for (let failure = 0; failure < 6; failure += 1) {
    fake.fail(2);
    jest.advanceTimersByTime(15_000);
  }
  expect(fake.opened).toHaveLength(7);
  fake.fail(2);
  stop();
  jest.advanceTimersByTime(60_000);
  expect(fake.opened).toHaveLength(7);
});
