import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeySet } from '../../config';
import { AppError } from '../../domain/errors';

const ALGORITHM = 'aes-256-gcm';
const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 2;

/** Where a value lives; it opens nowhere else. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

const damaged = (place: Place, why: string): AppError =>
  new AppError('dataDamaged', `数据无法解开(${place.table}.${place.column}):${why};请联系管理员核对密钥和备份`, {
    ...place,
  });

/** No part can run over into the next: names hold no zero byte. */
const associated = ({ table, column, row }: Place): Buffer => Buffer.from([table, column, row].join('\0'), 'utf8');

/** What every value begins with that the current key closed. */
export const headOf = (keys: KeySet): Buffer<ArrayBuffer> => {
  const id = Buffer.from(keys.current, 'utf8');
  return Buffer.concat([Buffer.from([VERSION, id.length]), id]);
};

/** Version byte, length and bytes of the key's id, 12 bytes of nonce, 16 of tag, the data. */
export const sealBytes = (keys: KeySet, place: Place, plain: Uint8Array): Buffer<ArrayBuffer> => {
  const key = keys.keys.get(keys.current);
  if (!key) throw new Error(`key ${keys.current} is not in the key ring`);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(associated(place));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([headOf(keys), iv, cipher.getAuthTag(), data]);
};

/** The id of the key that closed it. */
export const keyIdOf = (sealed: Uint8Array): string | undefined =>
  sealed[0] === VERSION && sealed.length > HEAD_BYTES + (sealed[1] ?? 0)
    ? Buffer.from(sealed.subarray(HEAD_BYTES, HEAD_BYTES + (sealed[1] ?? 0))).toString('utf8')
    : undefined;

/** @throws AppError dataDamaged: changed, moved from another place, or closed with a key that is gone. */
export const openBytes = (keys: KeySet, place: Place, sealed: Uint8Array): Buffer<ArrayBuffer> => {
  const id = keyIdOf(sealed);
  if (id === undefined) throw damaged(place, '格式不对');
  const key = keys.keys.get(id);
  if (!key) throw damaged(place, `密钥环中没有密钥 ${id}`);
  const start = HEAD_BYTES + Buffer.byteLength(id);
  const iv = sealed.subarray(start, start + IV_BYTES);
  const tag = sealed.subarray(start + IV_BYTES, start + IV_BYTES + TAG_BYTES);
  if (tag.length < TAG_BYTES) throw damaged(place, '内容不完整');
  const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES }).setAAD(associated(place));
  decipher.setAuthTag(tag);
  try {
    const plain = decipher.update(sealed.subarray(start + IV_BYTES + TAG_BYTES));
    // Nothing is left over in this mode; the tag is checked.
    decipher.final();
    return plain;
  } catch {
    throw damaged(place, '内容被改动,或不属于这一行');
  }
};
