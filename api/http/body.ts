import express, { type Request, type Response } from 'express';
import { FILE_LIMIT } from '../../store/files';
import { AppError } from '../../domain/errors';
import type { Operation } from '../operation';

/** Bytes of a JSON body; of an upload. */
export const JSON_LIMIT = 1_000_000;
export const UPLOAD_LIMIT = FILE_LIMIT + 1;

const readers = {
  json: express.json({ limit: JSON_LIMIT, strict: true }),
  bytes: express.raw({ limit: UPLOAD_LIMIT, type: () => true }),
} as const;

const hasBody = (request: Request): boolean =>
  request.get('Transfer-Encoding') !== undefined || Number(request.get('Content-Length') ?? 0) > 0;

const read = (kind: keyof typeof readers, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    readers[kind](request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });

/** Reads the body after log-in and permission, so that a stranger cannot make us read megabytes. */
export const readBody = async (operation: Operation, request: Request, response: Response): Promise<unknown> => {
  const kind = operation.accepts ?? 'json';
  if (kind === 'json' && !operation.input) return undefined;
  if (kind === 'json' && hasBody(request) && !request.is('json')) {
    throw new AppError('unsupportedMediaType', '请以 Content-Type: application/json 发送内容');
  }
  await read(kind, request, response);
  return request.body as unknown;
};
