import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool, PoolClient } from 'pg';
import type { KeyRing } from '../config';
import { PrismaClient } from '../generated/prisma/client';
import { verifyAuditDay, type DayVerification } from './audit-chain/verify-day';
import { listenForChanges, type Listening } from './changes';
import { createFieldCipher, type FieldCipher } from './crypto';
import { listenOn, type Hearing } from './listen';
import { createPool, type PoolOptions } from './pool';
import { createStatementNames } from './statement-names';
import { withScope, withScopedClient, type ScopeActor, type ScopeOptions, type Tx } from './with-scope';

export type { ScopeActor, Tx };

export interface StoreOptions extends PoolOptions {
  readonly keyRing: Pick<KeyRing, 'fields' | 'index' | 'audit'>;
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
  /** Hears of every change that a transaction tells of, whatever the scope; answers how to stop. */
  listen(listening: Listening): () => Promise<void>;
  /** Hears the kind of every entry that comes into the outbox; answers how to stop. */
  listenForWork(hearing: Hearing): () => Promise<void>;
  /** Walks the audit chain of a day. */
  verifyAuditDay(day: string): Promise<DayVerification>;
  close(): Promise<void>;
}

/** Connects on first use. */
export const createStore = ({ keyRing, ...options }: StoreOptions): Store => {
  const pool = createPool(options);
  const nameOf = createStatementNames();
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) });
  const prisma = new PrismaClient({ adapter });
  return {
    prisma,
    pool,
    cipher: createFieldCipher(keyRing),
    withScope: (actor, work, scopeOptions) => withScope(prisma, actor, work, scopeOptions),
    withScopedClient: (actor, work) => withScopedClient(pool, actor, work),
    listen: (listening) => listenForChanges(options.url, listening),
    listenForWork: (hearing) => listenOn(options.url, 'doudi_outbox', hearing),
    verifyAuditDay: (day) => verifyAuditDay(pool, keyRing, day),
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
};
