import type { Response } from 'express';
import type { Actor } from '../actor';

/** What is known of a request while it passes through. */
export interface RequestState {
  readonly requestId: string;
  actor?: Actor;
  /** How the session token came; only a cookie is sent by browsers on their own. */
  via?: 'cookie' | 'bearer';
  operation?: string;
  /** Comes from the one other origin that is let in, at the one address that it may use (admin/codec). */
  trustedOrigin?: true;
}

export const setState = (response: Response, state: RequestState): void => {
  response.locals['state'] = state;
};

export const stateOf = (response: Response): RequestState => response.locals['state'] as RequestState;
