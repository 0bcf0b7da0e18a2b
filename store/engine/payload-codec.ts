import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import type { KeySet } from '../../config';

const ENCODING = 'binary/encrypted';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const text = (value: string): Uint8Array => Buffer.from(value, 'utf8');

/**
 * AES-256-GCM for all that the engine stores: inputs, results, failures. The key's id travels in the metadata, so old
 * histories stay readable after a rotation. @throws Error on an unknown key or a changed payload.
 */
export const createPayloadCodec = (ring: KeySet): PayloadCodec => {
  const keyOf = (id: string): Buffer => {
    const key = ring.keys.get(id);
    if (!key) throw new Error(`payload key ${id} is not in the key ring`);
    return key;
  };
  const encode = (payload: Payload): Payload => {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', keyOf(ring.current), iv);
    const plain = temporal.api.common.v1.Payload.encode(payload).finish();
    const data = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return { metadata: { encoding: text(ENCODING), keyId: text(ring.current) }, data };
  };
  const decode = (payload: Payload): Payload => {
    if (!payload.metadata?.['encoding'] || Buffer.from(payload.metadata['encoding']).toString() !== ENCODING)
      return payload;
    const data = Buffer.from(payload.data ?? []);
    const decipher = createDecipheriv(
      'aes-256-gcm',
      keyOf(Buffer.from(payload.metadata['keyId'] ?? []).toString()),
      data.subarray(0, IV_BYTES),
    );
    decipher.setAuthTag(data.subarray(data.length - TAG_BYTES));
    const plain = Buffer.concat([decipher.update(data.subarray(IV_BYTES, data.length - TAG_BYTES)), decipher.final()]);
    return temporal.api.common.v1.Payload.decode(plain);
  };
  return {
    encode: (payloads) => Promise.resolve(payloads.map(encode)),
    decode: (payloads) => Promise.resolve(payloads.map(decode)),
  };
};
