import { Client, Pool, type QueryResult } from 'pg';
import { createStore, type Store } from '../../../store/client';
import { freshDatabase } from '../../support/database';
import { testKeyRing } from '../../support/key-ring';

export interface TestStore {
  readonly store: Store;
  /** Where a worker finds the same database. */
  readonly workerUrl: string;
  /** The same as its owner, round every policy. */
  readonly ownerUrl: string;
  /** As the owner of the database, round every policy. */
  sql(text: string): Promise<QueryResult<Record<string, unknown>>>;
  /** Takes the database away: connections end, new ones are refused. */
  breakDatabase(): Promise<void>;
  close(): Promise<void>;
}

const query = async (url: string, text: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
};

const serverOf = (url: string): string => Object.assign(new URL(url), { pathname: '/postgres' }).toString();

/** The store as the API has it, on a database of its own. */
export const openTestStore = async (): Promise<TestStore> => {
  const database = await freshDatabase();
  const name = new URL(database.ownerUrl).pathname.slice(1);
  const store = createStore({ url: database.apiUrl, keyRing: testKeyRing() });
  // Kept open: a connection that is made anew has to read what tables there are before it can ask anything.
  const owner = new Pool({ connectionString: database.ownerUrl, max: 4 });
  owner.on('error', () => undefined);
  return {
    store,
    workerUrl: database.workerUrl,
    ownerUrl: database.ownerUrl,
    sql: (text) => owner.query<Record<string, unknown>>(text),
    async breakDatabase() {
      const server = serverOf(database.ownerUrl);
      await query(server, `alter database "${name}" allow_connections false`);
      await query(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    },
    async close() {
      await Promise.all([store.close(), owner.end()]);
      await database.drop();
    },
  };
};
