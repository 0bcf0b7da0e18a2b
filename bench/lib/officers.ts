import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { hashPassword } from '../../api/session/passwords';
import type { CaseAnswer } from '../../api/cases/views/schema';
import { childrenOf } from '../../domain/divisions';
import type { Role } from '../../domain/lifecycle/roles';
import type { Store } from '../../store/client';
import { applicationOf } from './application';
import { insist } from './report';

/** The first township of each county: officers who work at the same time seldom sit in one office. */
const townships = (count: number): readonly string[] => {
  const counties = childrenOf('53').flatMap(({ code }) => childrenOf(code));
  const first = counties.flatMap(({ code }) => childrenOf(code)[0]?.code ?? []);
  return Array.from({ length: count }, (_, index) => first[index % first.length]!);
};
const PASSWORD = 'bench-officer-1';

/** What somebody is appointed to. */
export interface Post {
  readonly role: Role;
  readonly division: string;
}

/** Somebody with a session. */
export interface Officer {
  readonly staffId: string;
  readonly role: Role;
  /** The division of the post: for a township clerk 9 digits. */
  readonly division: string;
  get<Answer>(path: string): Promise<Answer>;
  /** The answer to a POST with a key of its own. @throws on anything but 2xx, with the answer's text */
  post<Answer>(path: string, body: object): Promise<Answer>;
  /** The answer to a file sent as it is. @throws on anything but 2xx, with the answer's text */
  bring<Answer>(path: string, bytes: Buffer): Promise<Answer>;
}

class Refused extends Error {
  readonly code: string;
  constructor(url: string, status: number, text: string) {
    super(`${url}: ${status} ${text.slice(0, 1000)}`);
    this.code = /"code":"(\w+)"/.exec(text)?.[1] ?? '';
  }
}

type Headers = Readonly<Record<string, string>>;

const sentAs = (body: object): RequestInit => ({
  method: 'POST',
  body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body),
});

const ask = async (url: string, headers: Headers, body?: object): Promise<unknown> => {
  const sent = body && sentAs(body);
  const response = await fetch(url, { headers: { 'Content-Type': 'application/json', ...headers }, ...sent });
  const text = await response.text();
  if (!response.ok || response.status === 202) throw new Refused(url, response.status, text);
  return JSON.parse(text);
};

interface Account extends Post {
  readonly id: string;
  readonly login: string;
}

const enrol = async ({ prisma }: Store, posts: readonly Post[]): Promise<readonly Account[]> => {
  const passwordHash = await hashPassword(PASSWORD);
  const people = posts.map((post, index) => ({ ...post, id: randomUUID(), login: `bench${index + 1}` }));
  await prisma.staff.createMany({
    data: people.map(({ id, login }, index) => ({ id, login, name: `某${index + 1}`, passwordHash })),
  });
  await prisma.appointment.createMany({
    data: people.map(({ id, role, division }) => ({
      id: randomUUID(),
      staffId: id,
      role,
      division,
      validFrom: '2020-01-01',
    })),
  });
  return people;
};

/** Makes accounts in the database and logs them in through the API, each with a session of its own. */
export const logIn = async (store: Store, apiUrl: string, posts: readonly Post[]): Promise<readonly Officer[]> => {
  const officers: Officer[] = [];
  for (const { id, login, role, division } of await enrol(store, posts)) {
    const session = await ask(`${apiUrl}/api/v1/session`, {}, { login, password: PASSWORD });
    const mine = { Authorization: `Bearer ${(session as { token: string }).token}` };
    officers.push({
      staffId: id,
      role,
      division,
      get: async <Answer>(path: string) => (await ask(`${apiUrl}${path}`, mine)) as Answer,
      post: async <Answer>(path: string, body: object) =>
        (await ask(`${apiUrl}${path}`, { ...mine, 'Idempotency-Key': randomUUID() }, body)) as Answer,
      bring: async <Answer>(path: string, bytes: Buffer) => {
        const head = { ...mine, 'Idempotency-Key': randomUUID(), 'Content-Type': 'application/octet-stream' };
        return (await ask(`${apiUrl}${path}`, head, bytes)) as Answer;
      },
    });
  }
  return officers;
};

/** So many township clerks. */
export const logInOfficers = (store: Store, apiUrl: string, count: number): Promise<readonly Officer[]> =>
  logIn(
    store,
    apiUrl,
    townships(count).map((division) => ({ role: 'townshipClerk', division })),
  );

const PAUSE_MS = 100;
const TRIES = 300;

/** Files an application and waits until the case has taken its first step: an office may be told before that. */
export const fileCase = async ({ get, post, division }: Officer, index: number): Promise<CaseAnswer> => {
  let one = await post<CaseAnswer>('/api/v1/cases', { application: applicationOf(index, division) });
  for (let tries = 0; !one.registered && tries < TRIES; tries += 1) {
    await pause(PAUSE_MS);
    one = await get<CaseAnswer>(`/api/v1/cases/${one.id}`);
  }
  insist(one.registered, `case ${one.number} was not registered in time`);
  return one;
};

/** One action on the stage. On an overloaded machine the engine may still be registering: asked again, as an officer would. */
export const act = async ({ post }: Officer, one: CaseAnswer, action: string, input: object): Promise<CaseAnswer> => {
  const body = { expectedVersion: one.stage.version, input };
  for (let tries = 1; ; tries += 1) {
    try {
      return await post<CaseAnswer>(`/api/v1/cases/${one.id}/actions/${action}`, body);
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'notYetStarted' || tries === TRIES) throw error;
      await pause(PAUSE_MS);
    }
  }
};
