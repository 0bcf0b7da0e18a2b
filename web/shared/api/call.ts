import { offline, problemOf } from './problem';
import { sessionEnded } from './session-ended';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Sent {
  readonly method?: Method;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  /** Bytes instead of JSON. */
  readonly file?: Blob;
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** Log-in itself: a 401 means a wrong password. */
  readonly anonymous?: boolean;
}

/** A path with its query, empty values left out. */
export const addressOf = (path: string, query: Sent['query'] = {}): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)] as [string, string]],
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs).toString()}`;
};

const readBody = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const headersOf = ({ body, file, key }: Sent): Record<string, string> => ({
  Accept: 'application/json',
  ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  ...(file ? { 'Content-Type': file.type || 'application/octet-stream' } : {}),
  ...(key ? { 'Idempotency-Key': key } : {}),
});

export interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
}

/** One request to the API. @throws ProblemError with a Chinese sentence, whatever happened. */
export const ask = async <Body>(path: string, sent: Sent = {}): Promise<Answered<Body>> => {
  const { method = 'GET', query, body, file, signal, anonymous } = sent;
  const init: RequestInit = {
    method,
    headers: headersOf(sent),
    credentials: 'same-origin',
    ...(file ? { body: file } : body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  };
  const response = await fetch(addressOf(path, query), init).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw offline();
  });
  const answer = await readBody(response);
  if (response.ok) return { status: response.status, body: answer as Body };
  if (response.status === 401 && !anonymous) sessionEnded.tell();
  throw problemOf(response.status, answer, response.headers.get('X-Request-Id') ?? undefined);
};

export const call = async <Body>(path: string, sent: Sent = {}): Promise<Body> => (await ask<Body>(path, sent)).body;
