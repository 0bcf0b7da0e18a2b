import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { remove } from './files.mjs';

/** A folder for one test file, gone afterwards. */
export const scratchDirectory = () => {
  const directory = mkdtempSync(join(tmpdir(), 'doudi-tools-'));
  after(() => remove(directory));
  return directory;
};
