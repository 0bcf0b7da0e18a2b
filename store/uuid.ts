import { createHash, randomUUID } from 'node:crypto';

const NAMESPACE = Buffer.from('6b1f2f0c6d9f4a8f9a3f5d1c0d0ad1b0', 'hex');

/** RFC 9562 version 5: the same parts always give the same id, so that a repeated step writes the same rows. */
export const uuidOf = (...parts: readonly (string | number)[]): string => {
  const hash = createHash('sha1').update(NAMESPACE).update(parts.join('/')).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

export const newId = (): string => randomUUID();
