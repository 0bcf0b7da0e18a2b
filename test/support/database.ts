import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { migrate } from '../../store/migrate';
import { readMigrations } from '../../store/migrations/files';

/** A migrated database of a test's own. The URLs are those of the three roles. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly apiUrl: string;
  readonly workerUrl: string;
  drop(): Promise<void>;
}

const PASSWORD = 'for-tests-alone';
/** Any number that nothing else locks on the server's own database. */
const LOCK = 7_205_302;

const serverUrl = (): string => {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL is not set: the jest projects integration and browser set it');
  return url;
};

const addressOf = (database: string, role?: string): string => {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  if (role) Object.assign(url, { username: role, password: PASSWORD });
  return url.toString();
};

const onServer = async <Result>(work: (client: Client) => Promise<Result>): Promise<Result> => {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Named by its content, so that a changed migration gets another one. */
const templateName = (): string => {
  const hash = createHash('sha256');
  for (const { name, checksum } of readMigrations()) hash.update(name).update(checksum);
  return `doudi_template_${hash.digest('hex').slice(0, 12)}`;
};

/** Made once per server, by whichever test comes first; under a name of its own until it is whole. */
const ensureTemplate = (client: Client, template: string): Promise<void> =>
  locked(client, async () => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount) return;
    const draft = `${template}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    const roleUrls = ['doudi_api', 'doudi_worker'].map((role) => addressOf(draft, role));
    await migrate({ url: addressOf(draft), roleUrls });
    await client.query(`alter database ${draft} rename to ${template}`);
  });

const locked = async (client: Client, work: () => Promise<void>): Promise<void> => {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
};

/** An empty database, ready in some milliseconds: a copy of a migrated template. */
export const freshDatabase = async (): Promise<TestDatabase> => {
  const name = `doudi_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(async (client) => {
    const template = templateName();
    await ensureTemplate(client, template);
    // File by file: in the log it would be written twice.
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  });
  return {
    ownerUrl: addressOf(name),
    apiUrl: addressOf(name, 'doudi_api'),
    workerUrl: addressOf(name, 'doudi_worker'),
    drop: () => onServer(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
};
