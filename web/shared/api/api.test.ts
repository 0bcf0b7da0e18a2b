import { addressOf } from './call';
import { command } from './command';
import { CommandKeys } from './command-key';
import { ProblemError, problemOf } from './problem';
import { uuid } from './uuid';

describe('an address', () => {
  it('leaves empty filters out and encodes the rest', () => {
    expect(addressOf('/api/v1/cases', { stage: 'reviewing', division: '', cursor: undefined, limit: 20 })).toBe(
      '/api/v1/cases?stage=reviewing&limit=20',
    );
    expect(addressOf('/api/v1/parameters', { search: '低保 &' })).toBe(
      '/api/v1/parameters?search=%E4%BD%8E%E4%BF%9D+%26',
    );
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

describe('a command', () => {
  const answers = (...list: { status: number; body: unknown }[]) => {
    const asked: string[] = [];
    globalThis.fetch = (async (address: string) => {
      asked.push(String(address));
      const { status, body } = list.shift() ?? { status: 500, body: {} };
      return new Response(JSON.stringify(body), { status });
    }) as typeof fetch;
    return asked;
  };
  const quick = { pauses: [1, 1], wait: () => Promise.resolve() };

  it('asks at the status address until the engine has answered', async () => {
    const asked = answers(
      { status: 202, body: { status: 'accepted', statusUrl: '/api/v1/commands/k' } },
      { status: 200, body: { state: 'running' } },
      { status: 200, body: { state: 'done', answer: { id: 'c1' } } },
    );
    await expect(command('/api/v1/cases/c1/actions/accept', { body: {}, key: 'k' }, quick)).resolves.toEqual({
      id: 'c1',
    });
    expect(asked).toEqual(['/api/v1/cases/c1/actions/accept', '/api/v1/commands/k', '/api/v1/commands/k']);
  });

  it('tells a refusal as a problem and never claims a result it does not have', async () => {
    answers(
      { status: 202, body: { statusUrl: '/s' } },
      { status: 200, body: { state: 'refused', refusal: { code: 'x', message: '不能' } } },
    );
    await expect(command('/p', { body: {}, key: 'k' }, quick)).rejects.toMatchObject({ code: 'x', message: '不能' });
    answers(
      { status: 202, body: { statusUrl: '/s' } },
      { status: 200, body: { state: 'running' } },
      { status: 200, body: { state: 'running' } },
    );
    await expect(command('/p', { body: {}, key: 'k' }, quick)).rejects.toBeInstanceOf(ProblemError);
  });
});
