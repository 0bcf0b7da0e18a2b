import { loadConfig } from '../config';
import { applyMigrations } from './migrations/apply';
import { ensureDatabase, withClient } from './migrations/database';
import { readMigrations } from './migrations/files';
import { setRolePasswords } from './migrations/passwords';

export interface MigrateOptions {
  /** Of the owner. The database is made if it is not there. */
  readonly url: string;
  /** Addresses of the other roles, whose passwords are set to those in the addresses. */
  readonly roleUrls?: readonly string[];
  readonly say?: (text: string) => void;
  readonly directory?: string;
}

/** Brings the database to the newest structure. Answers the names of the migrations applied. */
export const migrate = async ({
  url,
  roleUrls = [],
  say = () => {},
  directory,
}: MigrateOptions): Promise<readonly string[]> => {
  await ensureDatabase(url);
  return withClient(url, async (client) => {
    const applied = await applyMigrations(client, readMigrations(directory), say);
    await setRolePasswords(client, roleUrls);
    return applied;
  });
};

const main = async (): Promise<void> => {
  const config = loadConfig();
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  const applied = await migrate({ url: config.databaseUrl, roleUrls: config.roleUrls, say });
  say(applied.length > 0 ? `数据库结构已更新(${applied.length} 次迁移)` : '数据库结构已是最新');
};

if (require.main === module) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
