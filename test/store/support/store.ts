import { Client } from 'pg';
import { createStore, type Store } from '../../../store/client';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { testKeyRing } from '../../support/key-ring';

/** A database with a store for each of the roles that the processes use, and the owner's plain connection. */
export interface OpenedStores extends TestDatabase {
  readonly api: Store;
  readonly worker: Store;
  readonly owner: Client;
  close(): Promise<void>;
}

export const openStores = async (): Promise<OpenedStores> => {
  const database = await freshDatabase();
  const open = (url: string): Store => createStore({ url, keyRing: testKeyRing(), poolSize: 4 });
  const [api, worker] = [open(database.apiUrl), open(database.workerUrl)];
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const close = async (): Promise<void> => {
    await Promise.all([api.close(), worker.close(), owner.end()]);
    await database.drop();
  };
  return { ...database, api, worker, owner, close };
};
