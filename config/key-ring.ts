import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wrongKeyRing } from './errors';

/** AES-256 keys by id. `current` encrypts; the others still decrypt what was written with them. */
export interface KeySet {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

export interface KeyRing {
  /** Columns with personal data. */
  readonly fields: KeySet;
  /** What Temporal stores. */
  readonly payloads: KeySet;
  /** HMAC key of the blind indexes. It cannot be rotated without computing the indexes anew. */
  readonly index: Buffer;
  /** HMAC key that anchors the audit chain; rings made before it existed lack it. */
  readonly audit?: Buffer;
}

const KEY_BYTES = 32;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const key = (value: unknown, name: string): Buffer => {
  const bytes = Buffer.from(typeof value === 'string' ? value : '', 'base64');
  if (bytes.length !== KEY_BYTES) throw wrongKeyRing(`${name} 不是 ${KEY_BYTES} 字节的 base64`);
  return bytes;
};

const keySet = (value: unknown, name: string): KeySet => {
  if (!isRecord(value) || !isRecord(value['keys'])) throw wrongKeyRing(`缺少 ${name}.keys`);
  const keys = new Map(Object.entries(value['keys']).map(([id, text]) => [id, key(text, `${name}.keys.${id}`)]));
  const current = value['current'];
  if (typeof current !== 'string' || !keys.has(current)) throw wrongKeyRing(`${name}.current 不在 ${name}.keys 之中`);
  return { current, keys };
};

/** @throws AppError keyRingWrong */
export const parseKeyRing = (text: string): KeyRing => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrongKeyRing('不是合法的 JSON');
  }
  if (!isRecord(value)) throw wrongKeyRing('不是 JSON 对象');
  return {
    fields: keySet(value['fields'], 'fields'),
    payloads: keySet(value['payloads'], 'payloads'),
    index: key(value['index'], 'index'),
    ...(value['audit'] === undefined ? {} : { audit: key(value['audit'], 'audit') }),
  };
};

/** The ring itself (`KEY_RING`) wins over the file in the data directory. */
export const loadKeyRing = (ring: string | undefined, dataDir: () => string): KeyRing => {
  if (ring) return parseKeyRing(ring);
  const file = join(dataDir(), 'keys.json');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw wrongKeyRing(`读不到 ${file}(${(error as NodeJS.ErrnoException).code ?? 'error'})`);
  }
  return parseKeyRing(text);
};
