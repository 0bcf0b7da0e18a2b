import { Readable } from 'node:stream';
import type { Response } from 'express';
import type { Operation } from '../operation';
import { Answer } from './answer';

/** What goes back: a JSON value, bytes for operations that answer with a file, or a stream that lasts. */
export interface Outcome {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The handler's result, held against the operation's own output schema: what the schema does not name never leaves. */
export const outcomeOf = (operation: Operation, result: unknown): Outcome => {
  const given = result instanceof Answer ? result : new Answer(result, undefined, {});
  const status = given.status ?? operation.status ?? 200;
  const body: unknown = Buffer.isBuffer(given.body) ? given.body : operation.output.parse(given.body);
  return { status, headers: given.headers, body };
};

/** Until either side ends it. */
const pour = (stream: Readable, response: Response): void => {
  response.on('close', () => stream.destroy());
  // A file that breaks off must not look like a whole one.
  stream.on('close', () => {
    if (!stream.readableEnded) response.destroy();
  });
  response.flushHeaders();
  stream.pipe(response);
};

export const send = (response: Response, { status, headers, body }: Outcome): void => {
  response.status(status).set(headers);
  response.setHeader('Cache-Control', response.getHeader('Cache-Control') ?? 'no-store');
  if (body instanceof Readable) pour(body, response);
  else if (Buffer.isBuffer(body)) response.send(body);
  else response.json(body);
};
