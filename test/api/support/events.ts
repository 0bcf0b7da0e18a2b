import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';

/** One event of a stream, as a browser would hand it over. */
export interface Heard {
  readonly event: string;
  readonly id: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface Listener {
  readonly status: number;
  readonly heard: readonly Heard[];
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  stop(): void;
}

export interface Served {
  listen(token: string, headers?: Readonly<Record<string, string>>): Promise<Listener>;
  close(): Promise<void>;
}

const fieldOf = (block: string, name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';

const parse = (block: string): Heard[] =>
  fieldOf(block, 'event') === ''
    ? []
    : [
        {
          event: fieldOf(block, 'event'),
          id: fieldOf(block, 'id'),
          data: JSON.parse(fieldOf(block, 'data')) as Heard['data'],
        },
      ];

const read = async (body: ReadableStream<Uint8Array>, heard: Heard[]): Promise<void> => {
  let rest = '';
  for await (const chunk of body) {
    rest += Buffer.from(chunk).toString();
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    heard.push(...blocks.flatMap(parse));
  }
};

const listenTo = async (url: string, headers: Readonly<Record<string, string>>): Promise<Listener> => {
  const abort = new AbortController();
  const answer = await fetch(url, { headers: { Accept: 'text/event-stream', ...headers }, signal: abort.signal });
  const heard: Heard[] = [];
  const ended = answer.body
    ? read(answer.body as ReadableStream<Uint8Array>, heard).catch(() => undefined)
    : Promise.resolve();
  return { status: answer.status, heard, ended, stop: () => abort.abort() };
};

/** The application on a real port: streams need a real connection. */
export const serve = async (app: Express): Promise<Served> => {
  const server: Server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/events`;
  return {
    listen: (token, headers = {}) => listenTo(url, { Authorization: `Bearer ${token}`, ...headers }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
