import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '../../client/schema';
import { offline, problemOf } from './problem';
import { sessionEnded } from './session-ended';

const readBody = async (response: Response): Promise<unknown> => {
  try {
    return (await response.json()) as unknown;
  } catch {
    return undefined;
  }
};

/** Log-in and the question who is logged in: a 401 is their answer, not the end of a session. */
const OWN_SESSION = '/api/v1/session';

/** Whatever is no success becomes a ProblemError with a Chinese sentence. */
const problems: Middleware = {
  async onResponse({ response, schemaPath }) {
    if (response.ok) return;
    if (response.status === 401 && schemaPath !== OWN_SESSION) sessionEnded.tell();
    throw problemOf(response.status, await readBody(response), response.headers.get('X-Request-Id') ?? undefined);
  },
  onError({ request }) {
    return request.signal.aborted ? undefined : offline();
  },
};

/** The API by its own document: a path, a field or a code that does not exist does not compile. */
export const createApi = (fetcher?: (request: Request) => Promise<Response>) => {
  const client = createClient<paths>({
    baseUrl: globalThis.location?.origin ?? 'http://localhost',
    credentials: 'same-origin',
    ...(fetcher ? { fetch: fetcher } : {}),
  });
  client.use(problems);
  return client;
};

export const api = createApi();

/** The content of a success; anything else was thrown before. */
export const dataOf = async <Data>(answer: Promise<{ readonly data?: Data }>): Promise<Data> =>
  (await answer).data as Data;

/** Header of a request that changes something. */
export const keyed = (key: string) => ({ 'Idempotency-Key': key });

type Filled<Query> = { readonly [Name in keyof Query]?: Exclude<Query[Name], undefined | ''> };

/** A query without what was left empty. */
export const filled = <Query extends Readonly<Record<string, unknown>>>(query: Query): Filled<Query> =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== '')) as Filled<Query>;

/** A word from the address, if it is one of the choices. */
export const oneOf = <const Choice extends string>(choices: readonly Choice[], text: string): Choice | undefined =>
  choices.find((choice) => choice === text);
