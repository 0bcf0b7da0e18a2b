import type { Recovery } from '../../generated/prisma/client';
import type { RecoveryAction, RecoveryState } from '../../domain/recovery/steps';
import type { Actor } from '../actor';
import type { Context } from '../context';
import type { Tx } from '../deps';
import type { RecoveryInput } from './inputs';

/** Who takes a step, and what the step needs of the world around. */
export type Acting = Pick<Context, 'actor' | 'audit' | 'now' | 'rulebook' | 'scope'>;

/** One step of a recovery, its row held until the transaction ends. */
export interface Doing {
  readonly context: Acting;
  readonly tx: Tx;
  readonly actor: Actor;
  readonly recovery: Recovery;
  readonly at: Date;
  /** The day in Asia/Shanghai. */
  readonly today: string;
}

/** What a step leaves: a word for the record, and another state than the table says. */
export interface Done {
  readonly note?: string | undefined;
  readonly to?: RecoveryState;
}

export type Handler<Action extends RecoveryAction> = (doing: Doing, input: RecoveryInput<Action>) => Promise<Done>;
