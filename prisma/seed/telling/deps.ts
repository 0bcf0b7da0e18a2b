import type { Client } from '@temporalio/client';
import type { Store } from '../../../store/client';
import type { FileStore } from '../../../store/files';
import type { Days } from '../days';

/** What the seed works with: the database round every policy, the engine, the files, and its own reckoning of days. */
export interface SeedDeps {
  readonly store: Store;
  readonly client: Client;
  readonly taskQueue: string;
  readonly files: FileStore;
  readonly days: Days;
  readonly say: (line: string) => void;
}

/** How long a transaction of the seed may wait and take, on a machine that is busy with other things. */
export const PATIENCE = { timeout: 120_000, maxWait: 120_000 } as const;
