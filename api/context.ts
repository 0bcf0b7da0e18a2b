import type { Deps } from './deps';
import { AppError } from '../domain/errors';
import type { Actor } from './actor';
import type { AuditNotes } from './http/audit-notes';
import type { Tx } from './deps';

/** What a handler works with. */
export interface Context extends Deps {
  readonly requestId: string;
  /** Undefined for public operations without a session. */
  readonly actor: Actor | undefined;
  /** Same for every retry of the same key and input; undefined where no key is taken. */
  readonly commandId: string | undefined;
  /** The Idempotency-Key as sent, with a command: what its status is asked by. */
  readonly key?: string;
  /** Runs in a transaction under the actor's row-level security; inside a `change` operation always the same one. */
  scope<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /** Where a stream of events broke off, as browsers say it. */
  readonly lastEventId?: string;
  readonly audit: AuditNotes;
  /** The request came over https, so cookies are marked Secure. */
  readonly secure: boolean;
}

/** @throws AppError unauthenticated */
export const actorOf = ({ actor }: { readonly actor?: Actor | undefined }): Actor => {
  if (!actor) throw new AppError('unauthenticated', '请先登录');
  return actor;
};
