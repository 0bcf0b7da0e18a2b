import type { RequestHandler } from 'express';
import { stateOf } from '../../http/state';

const ADDRESS = /^\/admin\/codec\/(decode|encode)$/;
const HEADERS = 'content-type, x-namespace, caller-type';
const KEPT_SECONDS = '600';

const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);

/**
 * The Temporal Web UI is another origin on the same site (another port of the same host), so the browser sends it our
 * Lax cookie; it may read this one answer, and nobody else may. Exactly its origin, never a pattern.
 */
export const letUiDecode = (uiUrl: string | undefined): RequestHandler => {
  const trusted = originOf(uiUrl ?? '');
  return (request, response, next) => {
    if (!ADDRESS.test(request.path)) return next();
    response.vary('Origin');
    if (trusted === undefined || request.get('Origin') !== trusted) return next();
    stateOf(response).trustedOrigin = true;
    response.set({ 'Access-Control-Allow-Origin': trusted, 'Access-Control-Allow-Credentials': 'true' });
    if (request.method !== 'OPTIONS') return next();
    response.set({
      'Access-Control-Allow-Methods': 'POST',
      'Access-Control-Allow-Headers': HEADERS,
      'Access-Control-Max-Age': KEPT_SECONDS,
    });
    response.status(204).end();
  };
};
