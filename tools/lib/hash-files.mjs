import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', '.git']);

/** Files below a path (or the file itself), sorted, relative to `base`. */
export const filesUnder = (base, path) => {
  const full = join(base, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(base, join(path, entry.name)) : [join(path, entry.name)]));
};

/** One hash over names and contents. */
export const hashFiles = (base, paths, wanted = () => true) => {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesUnder(base, path)).filter(wanted)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(base, file)))
      .update('\0');
  }
  return hash.digest('hex');
};
