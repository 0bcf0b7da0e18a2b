import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../store/client';
import { createFileStore, type FileStore } from '../../store/files';

/** Files of a test, beside each other: every key is a UUID. */
export const testFiles = ({ cipher }: Pick<Store, 'cipher'>): FileStore =>
  createFileStore({ directory: join(tmpdir(), 'doudi-test-files'), cipher });
