import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { setState } from './state';

/** Every answer, also of an error, names its request; ours alone, so that a caller cannot write into the log. */
export const requestId: RequestHandler = (_request, response, next) => {
  const id = randomUUID();
  setState(response, { requestId: id });
  response.setHeader('X-Request-Id', id);
  next();
};
