import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { answer } from '../../api/http/answer';
import { body, text } from '../../api/fields';
import { operation } from '../../api/operation';
import { startApi, type Api } from './support/api';

const member = (login: string) => ({
  login,
  name: '测试经办',
  role: 'townshipClerk',
  division: '530581001',
  validFrom: '2022-01-01',
});

describe('a POST that changes something, sent twice', () => {
  let api: Api;
  let token: string;
  beforeAll(async () => {
    api = await startApi();
    token = await api.as('administrator', '530581');
  });
  afterAll(() => api.stop());

  const count = async (login: string) => (await api.sql(`select 1 from staff where login = '${login}'`)).rows.length;

  it('needs a key', async () => {
    const { body: problem } = await api.call('createStaff', { token, key: null, body: member('clerk.nokey') });
    expect(problem).toMatchObject({ status: 400, code: 'idempotencyKeyMissing' });
    expect(await count('clerk.nokey')).toBe(0);
  });

  it('gets the same answer and status, done once', async () => {
    const key = randomUUID();
    const first = await api.call('createStaff', { token, key, body: member('clerk.twice') });
    const second = await api.call('createStaff', { token, key, body: member('clerk.twice') });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await count('clerk.twice')).toBe(1);
  });

  it('is done once when eight arrive at the same moment', async () => {
    const key = randomUUID();
    const all = await Promise.all(
      Array.from({ length: 8 }, () => api.call('createStaff', { token, key, body: member('clerk.eight') })),
    );
    expect(all.map(({ status }) => status)).toEqual(Array(8).fill(201));
    expect(new Set(all.map(({ body: { id } }) => id)).size).toBe(1);
    expect(await count('clerk.eight')).toBe(1);
  });

  it('is refused with other input under the same key', async () => {
    const key = randomUUID();
    await api.call('createStaff', { token, key, body: member('clerk.first') });
    const other = await api.call('createStaff', { token, key, body: member('clerk.other') });
    expect(other.body).toMatchObject({ status: 422, code: 'idempotencyKeyReused' });
    expect(await count('clerk.other')).toBe(0);
  });

  it('is another key for another person and another operation', async () => {
    const key = randomUUID();
    const colleague = await api.as('administrator', '530581');
    await api.call('createStaff', { token, key, body: member('clerk.mine') });
    expect((await api.call('createStaff', { token: colleague, key, body: member('clerk.theirs') })).status).toBe(201);
  });

  it('may be tried again after a refusal, which stored nothing', async () => {
    const key = randomUUID();
    await api.call('createStaff', { token, key: randomUUID(), body: member('clerk.taken') });
    expect((await api.call('createStaff', { token, key, body: member('clerk.taken') })).status).toBe(409);
    await api.sql(`update staff set login = 'clerk.renamed' where login = 'clerk.taken'`);
    expect((await api.call('createStaff', { token, key, body: member('clerk.taken') })).status).toBe(201);
  });

  it('leaves no one-time password readable in the table', async () => {
    const { body: made } = await api.call('createStaff', { token, body: member('clerk.secret') });
    const { rows } = await api.sql('select answer::text as answer, input_hash from idempotent_answer');
    expect(JSON.stringify(rows)).not.toContain(String(made['password']));
  });
});

describe('a command to the engine, sent twice', () => {
  const seen: string[] = [];
  let hold: Promise<void> = Promise.resolve();
  let outcome: 200 | 202 = 200;
  const probe = operation({
    method: 'post',
    path: '/api/v1/probe',
    permission: 'session.own',
    tag: '测试',
    summary: '测试命令',
    effect: 'command',
    input: body({ word: text('词') }),
    output: z.object({ word: z.string() }),
    example: {},
    async handler({ commandId }, { body: { word } }) {
      seen.push(commandId ?? '');
      await hold;
      if (word === 'refused') throw new Error('refused');
      return answer({ word }, { status: outcome });
    },
  });
  let api: Api<'probe'>;
  let token: string;
  beforeAll(async () => {
    api = await startApi({ operations: { probe } });
    token = await api.as('townshipClerk', '530581001');
  });
  beforeEach(() => {
    seen.length = 0;
    outcome = 200;
    hold = Promise.resolve();
  });
  afterAll(() => api.stop());
  const send = (key: string, word = 'a') => api.call('probe', { token, key, body: { word } });

  it('is handed over once, and the second waits for the first', async () => {
    let free = (): void => undefined;
    hold = new Promise((resolve) => (free = resolve));
    const key = randomUUID();
    const first = send(key);
    const second = send(key);
    setImmediate(free);
    const answers = await Promise.all([first, second]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(seen).toHaveLength(1);
  });

  it('keeps its command id when the engine had not answered yet or had failed', async () => {
    const key = randomUUID();
    outcome = 202;
    expect((await send(key)).status).toBe(202);
    outcome = 200;
    expect((await send(key)).status).toBe(200);
    expect((await send(key)).status).toBe(200);
    expect(seen).toHaveLength(2);
    expect(new Set(seen).size).toBe(1);
  });

  it('is taken up again under the same id after a process died in the middle', async () => {
    const key = randomUUID();
    await send(key);
    await api.sql(`update idempotent_answer set done_at = null, answer = null where key = '${key}'`);
    api.clock.advance(61_000);
    expect((await send(key)).status).toBe(200);
    expect(new Set(seen).size).toBe(1);
    expect(seen).toHaveLength(2);
  });
});
