import { Context } from '@temporalio/activity';

const BEAT_MS = 5_000;

/**
 * Tells the engine that long work goes on. Without it, work whose worker was killed would be tried again only when its
 * whole time is over; with it, as soon as no beat has come for the time that the workflow names.
 */
export const withHeartbeat =
  <Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
  async (...args: Args): Promise<Result> => {
    const context = Context.current();
    const timer = setInterval(() => context.heartbeat(), BEAT_MS);
    try {
      return await work(...args);
    } finally {
      clearInterval(timer);
    }
  };
