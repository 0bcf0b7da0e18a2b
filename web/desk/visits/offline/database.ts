import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** What is encrypted with the holder's key: the bytes and their nonce. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** One record of one holder; `expiresAt` in epoch milliseconds, or never. */
export interface Row {
  readonly id: string;
  readonly staffId: string;
  readonly kind: string;
  readonly expiresAt: number | null;
  readonly sealed: Sealed;
}

interface Schema extends DBSchema {
  /** AES keys that cannot be exported, one per holder. */
  keys: { key: string; value: CryptoKey };
  rows: { key: string; value: Row; indexes: { holder: string } };
  /** Who used this phone last, so that a start without network knows whose records to open. */
  holder: { key: string; value: string };
}

export type VisitDatabase = IDBPDatabase<Schema>;

const NAME = 'doudi-visits';

export const openVisitDatabase = (name = NAME): Promise<VisitDatabase> =>
  openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('keys');
      database.createObjectStore('rows', { keyPath: 'id' }).createIndex('holder', 'staffId');
      database.createObjectStore('holder');
    },
  });
