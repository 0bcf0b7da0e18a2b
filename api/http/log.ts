import pino, { type DestinationStream, type Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import type { RequestHandler, Response } from 'express';
import { stateOf } from './state';

/** Should anybody log an object with such a field, its value never reaches the file. */
const personal = ['name', 'idNumber', 'phone', 'account', 'address', 'password', 'token', 'authorization', 'cookie'];
const paths = personal.flatMap((field) => [field, `*.${field}`, `*.*.${field}`, `*.*.*.${field}`]);

export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  pino({ level, base: null, redact: { paths, censor: '[已隐去]' } }, destination ?? pino.destination(1));

/**
 * One line per request: operation, status, who, how long. No query string, headers or body: a search by name or
 * ID number is part of a query, and logs outlive their purpose.
 */
export const requestLog = (logger: Logger): RequestHandler => {
  const told = (request: { readonly method?: string | undefined }, response: unknown, measured: object) => {
    const { actor, operation } = stateOf(response as Response);
    return {
      ...measured,
      method: request.method,
      operation: operation ?? null,
      status: (response as Response).statusCode,
      staffId: actor?.staffId ?? null,
      role: actor?.role ?? null,
    };
  };
  return pinoHttp({
    logger,
    quietReqLogger: true,
    genReqId: (_request, response) => stateOf(response as Response).requestId,
    customAttributeKeys: { reqId: 'requestId' },
    serializers: { req: () => undefined, res: () => undefined, err: () => undefined },
    customSuccessObject: (request, response, measured: object) => told(request, response, measured),
    customErrorObject: (request, response, _error, measured: object) => told(request, response, measured),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
  });
};

/** An unforeseen error without its message where that may quote values: only name, code and the places in the code. */
export const safeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const code = 'code' in error ? error.code : undefined;
  const stack = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  const quotesValues = /prisma|database|zod/i.test(error.constructor.name) || 'severity' in error;
  return {
    error: error.constructor.name,
    code,
    stack,
    ...(quotesValues ? {} : { message: maskDigits(error.message) }),
  };
};

/** Runs of digits long enough for a phone, an account or an ID number. */
const maskDigits = (text: string): string => text.replace(/\d{7,17}[\dXx]?/g, '[已隐去]');
