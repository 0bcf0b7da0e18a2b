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
