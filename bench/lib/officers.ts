import { randomUUID } from 'node:crypto';
import { hashPassword } from '../../api/session/passwords';
import type { Store } from '../../store/client';

/** Where the officers work: townships of 腾冲市. */
export const TOWNSHIP = '530581001';
const PASSWORD = 'bench-officer-1';

/** A township clerk with a session. */
export interface Officer {
  readonly staffId: string;
  /** The answer to a POST with a key of its own. @throws on anything but 2xx, with the answer's text */
  post<Answer>(path: string, body: object): Promise<Answer>;
}

const ask = async (url: string, body: object, headers: Readonly<Record<string, string>>): Promise<unknown> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok || response.status === 202) throw new Error(`POST ${url}: ${response.status} ${text}`);
  return JSON.parse(text);
};

const enrol = async ({ prisma }: Store, count: number): Promise<readonly { id: string; login: string }[]> => {
  const passwordHash = await hashPassword(PASSWORD);
  const people = Array.from({ length: count }, (_, index) => ({ id: randomUUID(), login: `bench${index + 1}` }));
  await prisma.staff.createMany({
    data: people.map(({ id, login }, index) => ({ id, login, name: `某${index + 1}`, passwordHash })),
  });
  await prisma.appointment.createMany({
    data: people.map(({ id }) => ({
      id: randomUUID(),
      staffId: id,
      role: 'townshipClerk',
      division: TOWNSHIP,
      validFrom: '2020-01-01',
    })),
  });
  return people;
};

/** Makes accounts in the database and logs them in through the API, each with a session of its own. */
export const logInOfficers = async (store: Store, apiUrl: string, count: number): Promise<readonly Officer[]> => {
  const officers: Officer[] = [];
  for (const { id, login } of await enrol(store, count)) {
    const session = await ask(`${apiUrl}/api/v1/session`, { login, password: PASSWORD }, {});
    const { token } = session as { token: string };
    officers.push({
      staffId: id,
      post: async <Answer>(path: string, body: object) =>
        (await ask(`${apiUrl}${path}`, body, {
          Authorization: `Bearer ${token}`,
          'Idempotency-Key': randomUUID(),
        })) as Answer,
    });
  }
  return officers;
};
