import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../store/client';
import { createFileStore, type FileStore } from '../../store/files';

/** One folder for each file of tests: the keys of what a run writes follow from county and month, which tests share. */
const directory = join(process.env['TEST_FILES'] ?? tmpdir(), `doudi-test-files-${randomUUID()}`);

export const testFiles = ({ cipher }: Pick<Store, 'cipher'>): FileStore => createFileStore({ directory, cipher });
