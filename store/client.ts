import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool, PoolClient } from 'pg';
import type { KeyRing } from '../config';
import { PrismaClient } from '../generated/prisma/client';
import { createFieldCipher, type FieldCipher } from './crypto';
import { createPool, type PoolOptions } from './pool';
import { withScope, withScopedClient, type ScopeActor, type ScopeOptions, type Tx } from './with-scope';

export type { ScopeActor, Tx };

export interface StoreOptions extends PoolOptions {
  readonly keyRing: Pick<KeyRing, 'fields' | 'index'>;
}

/** The database as one role sees it, with the cipher of its columns. */
export interface Store {
  /** Without a scope: sees everything as worker, nothing that hangs on a division as api. */
  readonly prisma: PrismaClient;
  /** The same connections, for set-based SQL. */
  readonly pool: Pool;
  readonly cipher: FieldCipher;
  /** A transaction that sees what the actor's division lets it. */
  withScope<Result>(
    actor: ScopeActor | undefined,
    work: (tx: Tx) => Promise<Result>,
    options?: ScopeOptions,
  ): Promise<Result>;
  /** The same with plain SQL: queues, counts, exports. */
  withScopedClient<Result>(
    actor: ScopeActor | undefined,
    work: (client: PoolClient) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
}

/** Connects on first use. */
export const createStore = ({ keyRing, ...options }: StoreOptions): Store => {
  const pool = createPool(options);
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    cipher: createFieldCipher(keyRing),
    withScope: (actor, work, scopeOptions) => withScope(prisma, actor, work, scopeOptions),
    withScopedClient: (actor, work) => withScopedClient(pool, actor, work),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
};
