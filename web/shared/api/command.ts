import { api, dataOf } from './client';
import { ProblemError, problemOf } from './problem';
import type { CaseView } from './types';

interface Accepted {
  readonly status: 'accepted';
  readonly statusUrl: string;
}

interface Waiting {
  readonly client?: typeof api;
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

const isAccepted = (answer: CaseView | Accepted): answer is Accepted => 'statusUrl' in answer;

/**
 * The case after a command. When the engine needs longer than ten seconds the API has answered 202; this asks by the
 * command's key until the result is known, so that a form never has to guess.
 */
export const settled = async (
  answer: CaseView | Accepted,
  key: string,
  { client = api, pauses = PAUSES, wait: pause = wait }: Waiting = {},
): Promise<CaseView> => {
  if (!isAccepted(answer)) return answer;
  for (const ms of pauses) {
    await pause(ms);
    const status = await dataOf(client.GET('/api/v1/commands/{key}', { params: { path: { key } } }));
    if (status.state === 'refused') {
      throw problemOf(409, { code: status.refusal?.code, detail: status.refusal?.message }, undefined);
    }
    if (status.state === 'done' && status.answer) return status.answer;
  }
  throw stillRunning();
};
