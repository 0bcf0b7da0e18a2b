import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../domain/errors';
import type { FieldCipher } from '../crypto';
import type { Place } from '../crypto';
import { knownKinds, sniff } from './sniff';

export interface StoredFile {
  readonly storageKey: string;
  readonly mime: string;
  /** Bytes of the content, before encryption. */
  readonly size: number;
  /** Hexadecimal, of the content. */
  readonly sha256: string;
}

/** Photos, scans and other bytes, encrypted at rest; a key opens its own file alone. */
export interface FileStore {
  /**
   * Keeps a photo, scan or PDF; with `as` anything, for what the program itself reads later, such as an import.
   * @throws AppError fileEmpty, fileTooLarge, fileTypeUnsupported
   */
  put(bytes: Uint8Array, as?: string): Promise<StoredFile>;
  /** Keeps bytes under a key of the caller's, in place of what was there: for a step that may be tried again. */
  keep(storageKey: string, bytes: Uint8Array): Promise<void>;
  /** @throws AppError fileMissing, dataDamaged */
  get(storageKey: string): Promise<Buffer<ArrayBuffer>>;
  /** Nothing happens where there is no such file. */
  remove(storageKey: string): Promise<void>;
  /** Every key, for a rotation of keys or a check of completeness. */
  keys(): AsyncIterable<string>;
  /** Encrypts again with the current key; false where it already is. */
  reseal(storageKey: string): Promise<boolean>;
}

export const FILE_LIMIT = 20 * 1024 * 1024;
const ANY = 'application/octet-stream';
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const placeOf = (storageKey: string): Place => ({ table: 'file', column: 'content', row: storageKey });
const missing = (storageKey: string): AppError =>
  new AppError('fileMissing', '附件文件不在存储中,请联系管理员从备份恢复', { storageKey });

const mimeOf = (bytes: Uint8Array, as: string | undefined): string => {
  if (bytes.length === 0) throw new AppError('fileEmpty', '文件是空的,请重新选择');
  if (bytes.length > FILE_LIMIT)
    throw new AppError('fileTooLarge', `文件超过${FILE_LIMIT / 1024 / 1024}MB,请压缩或分开上传`);
  const mime = as ?? sniff(bytes);
  if (!mime) throw new AppError('fileTypeUnsupported', `只能上传${knownKinds}文件,请转换后再传`);
  return mime;
};

/** In a directory of this machine, spread over 256 folders. A file appears whole or not at all. */
export const createFileStore = ({
  directory,
  cipher,
}: {
  readonly directory: string;
  readonly cipher: Pick<FieldCipher, 'seal' | 'open' | 'reseal'>;
}): FileStore => {
  const pathOf = (storageKey: string): string => {
    if (!KEY.test(storageKey)) throw missing(storageKey);
    return join(directory, storageKey.slice(0, 2), storageKey);
  };
  const write = async (storageKey: string, sealed: Uint8Array): Promise<void> => {
    const path = pathOf(storageKey);
    const draft = `${path}.${randomUUID()}.new`;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(draft, sealed, { mode: 0o600, flush: true });
    await rename(draft, path);
  };
  const read = async (storageKey: string): Promise<Buffer> => {
    try {
      return await readFile(pathOf(storageKey));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw missing(storageKey);
      throw error;
    }
  };
  return {
    async put(bytes, as) {
      const mime = mimeOf(bytes, as);
      const storageKey = randomUUID();
      await write(storageKey, cipher.seal(placeOf(storageKey), bytes));
      return { storageKey, mime, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    },
    keep: async (storageKey, bytes) => {
      mimeOf(bytes, ANY);
      await write(storageKey, cipher.seal(placeOf(storageKey), bytes));
    },
    get: async (storageKey) => cipher.open(placeOf(storageKey), await read(storageKey)),
    remove: (storageKey) => rm(pathOf(storageKey), { force: true }),
    async *keys() {
      const folders = await readdir(directory).catch(() => []);
      for (const folder of folders.sort()) {
        for (const name of (await readdir(join(directory, folder))).sort()) if (KEY.test(name)) yield name;
      }
    },
    async reseal(storageKey) {
      const sealed = cipher.reseal(placeOf(storageKey), await read(storageKey));
      if (sealed) await write(storageKey, sealed);
      return sealed !== undefined;
    },
  };
};
