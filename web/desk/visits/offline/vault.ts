import { newKey, seal, unseal } from './cipher';
import type { Row, VisitDatabase } from './database';

export type Kind = 'session' | 'pack' | 'draft' | 'picture';

interface Entry {
  readonly kind: Kind;
  readonly id: string;
  readonly expiresAt?: number;
}

const HOLDER = 'holder';
const text = { encode: new TextEncoder(), decode: new TextDecoder() };

/** The records of one person on this phone, encrypted; nobody else's are seen. */
export interface Vault {
  readonly staffId: string;
  put(entry: Entry, value: unknown): Promise<void>;
  get(kind: Kind, id: string): Promise<unknown>;
  list(kind: Kind): Promise<readonly { readonly value: unknown; readonly expiresAt: number | null }[]>;
  putPicture(id: string, picture: Blob, expiresAt?: number): Promise<void>;
  getPicture(id: string): Promise<Blob | undefined>;
  remove(kind: Kind, id: string): Promise<void>;
  /** What is over its time goes, whoever's it is. */
  expire(now: number): Promise<void>;
  /** Everything of this person, and the key. */
  wipe(): Promise<void>;
}

/** Who used this phone last. */
export const lastHolder = (database: VisitDatabase): Promise<string | undefined> => database.get('holder', HOLDER);

const keyOf = async (database: VisitDatabase, staffId: string): Promise<CryptoKey> => {
  const known = await database.get('keys', staffId);
  if (known) return known;
  const fresh = await newKey();
  // Two tabs may come at once: the first key counts.
  const work = database.transaction('keys', 'readwrite');
  const other = await work.store.get(staffId);
  if (!other) await work.store.put(fresh, staffId);
  await work.done;
  return other ?? fresh;
};

export const openVault = async (database: VisitDatabase, staffId: string): Promise<Vault> => {
  const key = await keyOf(database, staffId);
  await database.put('holder', staffId, HOLDER);
  const nameOf = (kind: Kind, id: string): string => `${staffId}/${kind}/${id}`;
  const write = async ({ kind, id, expiresAt }: Entry, bytes: ArrayBuffer): Promise<void> => {
    const name = nameOf(kind, id);
    const sealed = await seal(key, name, bytes);
    await database.put('rows', { id: name, staffId, kind, expiresAt: expiresAt ?? null, sealed });
  };
  const read = async (name: string): Promise<ArrayBuffer | undefined> => {
    const row = await database.get('rows', name);
    return row && unseal(key, name, row.sealed);
  };
  const rowsOf = (): Promise<Row[]> => database.getAllFromIndex('rows', 'holder', staffId);
  const parsed = (bytes: ArrayBuffer): unknown => JSON.parse(text.decode.decode(bytes));
  return {
    staffId,
    put: (entry, value) => write(entry, text.encode.encode(JSON.stringify(value)).buffer),
    get: async (kind, id) => {
      const bytes = await read(nameOf(kind, id));
      return bytes && parsed(bytes);
    },
    list: async (kind) => {
      const rows = (await rowsOf()).filter((row) => row.kind === kind);
      return Promise.all(
        rows.map(async ({ id, sealed, expiresAt }) => ({ value: parsed(await unseal(key, id, sealed)), expiresAt })),
      );
    },
    putPicture: async (id, picture, expiresAt) => {
      const type = text.encode.encode(picture.type.padEnd(TYPE_BYTES));
      const whole = await new Blob([type, picture]).arrayBuffer();
      await write({ kind: 'picture', id, ...(expiresAt === undefined ? {} : { expiresAt }) }, whole);
    },
    getPicture: async (id) => {
      const bytes = await read(nameOf('picture', id));
      if (!bytes) return undefined;
      const type = text.decode.decode(bytes.slice(0, TYPE_BYTES)).trim();
      return new Blob([bytes.slice(TYPE_BYTES)], { type });
    },
    remove: (kind, id) => database.delete('rows', nameOf(kind, id)),
    expire: async (now) => {
      const over = (await database.getAll('rows')).filter(({ expiresAt }) => expiresAt !== null && expiresAt <= now);
      await Promise.all(over.map(({ id }) => database.delete('rows', id)));
    },
    wipe: async () => {
      const rows = await rowsOf();
      await Promise.all(rows.map(({ id }) => database.delete('rows', id)));
      await database.delete('keys', staffId);
      await database.delete('holder', HOLDER);
    },
  };
};

/** A picture's media type stands before its bytes, so that it is encrypted too. */
const TYPE_BYTES = 32;
