import { createApi, filled, oneOf } from './client';
import { settled } from './command';
import { CommandKeys } from './command-key';
import { ProblemError, problemOf } from './problem';
import { uuid } from './uuid';

describe('a query', () => {
  it('leaves empty filters out', () => {
    expect(filled({ stage: 'reviewing', division: '', cursor: undefined, limit: '20' })).toEqual({
      stage: 'reviewing',
      limit: '20',
    });
    expect([oneOf(['mine', 'office'], 'office'), oneOf(['mine', 'office'], 'x')]).toEqual(['office', undefined]);
  });
});

describe('keys of a form', () => {
  it('keeps its key over a retry, changes it with the content and after a success', () => {
    let count = 0;
    const keys = new CommandKeys(() => `key-${++count}`);
    expect([keys.keyFor({ a: 1 }), keys.keyFor({ a: 1 })]).toEqual(['key-1', 'key-1']);
    expect(keys.keyFor({ a: 2 })).toBe('key-2');
    keys.done();
    expect(keys.keyFor({ a: 2 })).toBe('key-3');
  });

  it('makes UUIDs of version 4 without crypto.randomUUID', () => {
    expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('a problem', () => {
  it('reads the sentence, the fields and what is possible now', () => {
    const problem = problemOf(
      409,
      {
        code: 'versionStale',
        detail: '内容已被他人更新',
        requestId: 'r1',
        fields: [{ path: 'reason', message: '请填写理由' }],
        allowedActions: [{ says: '退回' }, '提出审查意见', 3],
      },
      undefined,
    );
    expect(problem).toMatchObject({ code: 'versionStale', message: '内容已被他人更新', requestId: 'r1' });
    expect(problem.fields).toEqual([{ path: 'reason', message: '请填写理由' }]);
    expect(problem.allowed).toEqual(['退回', '提出审查意见']);
  });

  it('says something for an answer that is no problem document', () => {
    expect(problemOf(502, undefined, 'r2')).toMatchObject({ code: 'http502', requestId: 'r2' });
    expect(problemOf(502, undefined, 'r2').message).toContain('502');
  });
});

const answers = (...list: { status: number; body: unknown }[]) => {
  const asked: string[] = [];
  const client = createApi((request) => {
    asked.push(new URL(request.url).pathname);
    const { status, body } = list.shift() ?? { status: 500, body: {} };
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  });
  return { asked, client };
};

describe('the client', () => {
  it('throws what is no success, with the sentence and the number of the request', async () => {
    const { client } = answers({ status: 422, body: { code: 'factsLocked', detail: '事实已锁定', requestId: 'r7' } });
    await expect(client.GET('/api/v1/drafts')).rejects.toMatchObject({
      code: 'factsLocked',
      message: '事实已锁定',
      requestId: 'r7',
    });
  });

  it('says in Chinese that the system cannot be reached', async () => {
    const client = createApi(() => Promise.reject(new TypeError('fetch failed')));
    await expect(client.GET('/api/v1/drafts')).rejects.toMatchObject({ code: 'offline' });
  });
});

describe('a command', () => {
  const accepted = { status: 'accepted', statusUrl: '/api/v1/commands/key-1' } as const;
  const quick = { pauses: [1, 1], wait: () => Promise.resolve() };

  it('asks by its key until the engine has answered', async () => {
    const { asked, client } = answers(
      { status: 200, body: { state: 'running' } },
      { status: 200, body: { state: 'done', answer: { id: 'c1' } } },
    );
    await expect(settled(accepted, 'key-1', { client, ...quick })).resolves.toEqual({ id: 'c1' });
    expect(asked).toEqual(['/api/v1/commands/key-1', '/api/v1/commands/key-1']);
  });

  it('tells a refusal as a problem and never claims a result it does not have', async () => {
    const refused = answers({ status: 200, body: { state: 'refused', refusal: { code: 'x', message: '不能' } } });
    await expect(settled(accepted, 'key-1', { ...refused, ...quick })).rejects.toMatchObject({
      code: 'x',
      message: '不能',
    });
    const running = answers({ status: 200, body: { state: 'running' } }, { status: 200, body: { state: 'running' } });
    await expect(settled(accepted, 'key-1', { ...running, ...quick })).rejects.toBeInstanceOf(ProblemError);
  });
});
