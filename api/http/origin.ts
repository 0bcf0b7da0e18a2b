import type { RequestHandler } from 'express';
import { AppError } from '../../domain/errors';
import { stateOf } from './state';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
};

/**
 * Second wall behind SameSite=Lax: a browser says where a request comes from (Sec-Fetch-Site, else Origin), and a page
 * cannot change that. A client that says neither is no browser. A bearer token is never sent by itself, so it passes.
 */
export const sameOrigin: RequestHandler = (request, response, next) => {
  const { via, trustedOrigin } = stateOf(response);
  if (reading.has(request.method) || via === 'bearer' || trustedOrigin) return next();
  const site = request.get('Sec-Fetch-Site');
  const origin = request.get('Origin');
  const fits = site
    ? site === 'same-origin' || site === 'none'
    : origin === undefined || hostOf(origin) === request.host;
  if (!fits)
    throw new AppError('crossSite', '请求来自其他网站,已拒绝;请从本系统页面操作,或用 Authorization: Bearer 调用接口');
  next();
};
