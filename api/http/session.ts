import type { Request, RequestHandler } from 'express';
import type { Deps } from '../deps';
import { findSession } from '../session/sessions';
import { stateOf } from './state';

export const COOKIE = 'doudi_session';

const cookieOf = (request: Request): string | undefined =>
  request
    .get('Cookie')
    ?.split(';')
    .map((pair) => pair.trim().split('='))
    .find(([name]) => name === COOKIE)?.[1];

const bearerOf = (request: Request): string | undefined =>
  /^Bearer (\S+)$/i.exec(request.get('Authorization') ?? '')?.[1];

export const sessionCookie = (token: string, expiresAt: Date, secure: boolean): string =>
  `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Expires=${expiresAt.toUTCString()}${secure ? '; Secure' : ''}`;

/** Finds who is asking; a token that is unknown, revoked or too old leaves the request without an actor. */
export const session =
  (deps: Deps): RequestHandler =>
  async (request, response, next) => {
    const bearer = bearerOf(request);
    const token = bearer ?? cookieOf(request);
    if (token) {
      const state = stateOf(response);
      state.via = bearer ? 'bearer' : 'cookie';
      const actor = await findSession(deps.store.pool, token, deps.now());
      if (actor) state.actor = actor;
    }
    next();
  };
