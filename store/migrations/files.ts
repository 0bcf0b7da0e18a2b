import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One folder of prisma/migrations. `checksum` is what `sha256sum migration.sql` prints, as Prisma records it. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Beside the sources or above dist/: the SQL is read where it lies in the repository. */
const migrationsDirectory = (from: string = __dirname): string => {
  const directory = join(from, 'prisma/migrations');
  if (existsSync(directory)) return directory;
  const parent = dirname(from);
  if (parent === from) throw new Error(`no prisma/migrations above ${__dirname}`);
  return migrationsDirectory(parent);
};

export const readMigrations = (directory: string = migrationsDirectory()): readonly Migration[] =>
  readdirSync(directory)
    .filter((name) => /^\d{14}_/.test(name))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(directory, name, 'migration.sql'));
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') };
    });
