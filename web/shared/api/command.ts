import { ask, type Method } from './call';
import { ProblemError, problemOf } from './problem';

interface Command {
  readonly state: 'done' | 'running' | 'refused';
  readonly answer?: unknown;
  readonly refusal?: { readonly code: string; readonly message: string };
}

interface Waiting {
  readonly pauses?: readonly number[];
  readonly wait?: (ms: number) => Promise<void>;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const PAUSES = [1000, 2000, 3000, 5000, 5000, 10_000, 10_000, 10_000];

const stillRunning = (): ProblemError =>
  new ProblemError({
    status: 202,
    code: 'stillRunning',
    detail: '系统已收到,正在办理,还没有结果。不必重复提交,请过一会儿刷新本页查看',
  });

/**
 * Sends a command to a case. When the engine needs longer than ten seconds the API answers 202 with an address;
 * this asks there until the result is known, so that a form never has to guess.
 */
export const command = async <Body>(
  path: string,
  sent: { readonly method?: Method; readonly body: unknown; readonly key: string },
  { pauses = PAUSES, wait: pause = wait }: Waiting = {},
): Promise<Body> => {
  const first = await ask<Body & { statusUrl?: string }>(path, { method: 'POST', ...sent });
  const statusUrl = first.status === 202 ? first.body.statusUrl : undefined;
  if (!statusUrl) return first.body;
  for (const ms of pauses) {
    await pause(ms);
    const { body } = await ask<Command>(statusUrl);
    if (body.state === 'done') return body.answer as Body;
    if (body.state === 'refused')
      throw problemOf(409, { code: body.refusal?.code, detail: body.refusal?.message }, undefined);
  }
  throw stillRunning();
};
