import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { AppError } from '../../domain/errors';
import { asAppError, problemOf } from './errors';
import { safeError } from './log';
import { problemRow } from './problems';
import { stateOf } from './state';

export const unknownAddress: RequestHandler = (request) => {
  throw new AppError('notFound', `没有“${request.path.slice(0, 200)}”这个地址;接口说明见 /api/v1/docs`);
};

export const unknownMethod =
  (allowed: readonly string[]): RequestHandler =>
  (request, response) => {
    response.setHeader('Allow', allowed.join(', '));
    throw new AppError('methodNotAllowed', `这个地址不支持 ${request.method},只支持 ${allowed.join('、')}`);
  };

/** The one place where errors become answers. */
export const funnel =
  (logger: Logger): ErrorRequestHandler =>
  (thrown: unknown, _request, response, next) => {
    const { requestId, operation } = stateOf(response);
    const error = asAppError(thrown);
    const { status, retryAfter } = problemRow(error.code);
    if (status >= 500) logger.error({ requestId, operation, ...safeError(thrown) }, error.code);
    if (response.headersSent) return next(thrown);
    if (retryAfter) response.setHeader('Retry-After', String(retryAfter));
    if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    response.setHeader('Cache-Control', 'no-store');
    response
      .status(status)
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(error, requestId), safeNumbers));
  };

const safeNumbers = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);
