import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import request from 'supertest';
import { Problem } from '../../../api/http/problem';
import type { Operation } from '../../../api/operation';
import { operations as allOperations } from '../../../api/operations';

interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly token?: string | undefined;
  /** `null`: send none. Without it each POST gets a fresh one. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Got {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer | undefined;
}

const addressOf = ({ path }: Operation, params: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(params[name] ?? `no-${name}`));

/** The real answer against its schema: a success as the operation declares it, anything else as a problem. */
const requireDeclared = (name: string, operation: Operation, response: request.Response): void => {
  const type = response.headers['content-type'] ?? '';
  if (response.status >= 400 && !(name === 'readHealth' && response.status === 503)) {
    expect(type).toMatch(/^application\/problem\+json/);
    const problem = Problem.parse(JSON.parse(response.text));
    expect(problem.status).toBe(response.status);
    expect(problem.detail).toMatch(/[\u4e00-\u9fff]/);
    return;
  }
  if (operation.answers) return;
  expect(type).toMatch(/^application\/json/);
  expect(operation.output.parse(response.body)).toEqual(response.body);
};

/** Bytes where the answer is a file, text (then parsed as JSON) where it is a problem. */
const readBytes = (response: request.Response, done: (error: Error | null, body: unknown) => void): void => {
  const chunks: Buffer[] = [];
  const stream = response as unknown as NodeJS.ReadableStream & { text: string };
  const finish = (): void => {
    const bytes = Buffer.concat(chunks);
    stream.text = bytes.toString();
    done(null, bytes);
  };
  stream.on('end', finish);
  stream.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    // A stream of events has no end of its own: its first piece will do.
    if (response.headers['content-type']?.startsWith('text/event-stream')) {
      stream.removeListener('end', finish);
      finish();
      (stream as unknown as { destroy(): void }).destroy();
    }
  });
};

/** Calls operations of a running application by name, as any client would, and holds each answer against its schema. */
export const createClient =
  <Name extends string = keyof typeof allOperations>(
    server: Server,
    operations: Readonly<Record<Name, Operation>> = allOperations as never,
  ) =>
  async (name: Name, sent: Sent = {}): Promise<Got> => {
    const operation: Operation = operations[name];
    const call = request(server)
      [operation.method](addressOf(operation, sent.params ?? {}))
      .query(sent.query ?? {});
    if (sent.token) call.set('Authorization', `Bearer ${sent.token}`);
    if (operation.method === 'post' && sent.key !== null) call.set('Idempotency-Key', sent.key ?? randomUUID());
    for (const [header, value] of Object.entries(sent.headers ?? {})) call.set(header, value);
    if (operation.answers) call.buffer(true).parse(readBytes);
    const response = await (sent.body === undefined ? call : call.send(sent.body as object));
    requireDeclared(name, operation, response);
    const body: unknown =
      response.status >= 400 ? JSON.parse(response.text) : Buffer.isBuffer(response.body) ? {} : response.body;
    return {
      status: response.status,
      body: body as Readonly<Record<string, unknown>>,
      headers: response.headers,
      bytes: response.status < 400 && Buffer.isBuffer(response.body) ? response.body : undefined,
    };
  };

export type Client<Name extends string> = (name: Name, sent?: Sent) => Promise<Got>;
