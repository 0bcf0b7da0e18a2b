import { createHmac } from 'node:crypto';

/** One spelling of an ID number: full-width characters, blanks and a small x make no other person. */
export const normaliseIdNumber = (idNumber: string): string =>
  idNumber.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** HMAC-SHA256 under a key of its own: equal numbers can be found, none can be guessed from the table alone. */
export const blindIndexOf = (key: Buffer, idNumber: string): Buffer<ArrayBuffer> =>
  Buffer.concat([createHmac('sha256', key).update('idNumber\0').update(normaliseIdNumber(idNumber)).digest()]);

/** What only the holder of the key can compute of a value: the same for the same value, telling nothing of it. */
export const tagOf = (key: Buffer, purpose: string, value: string): Buffer<ArrayBuffer> =>
  Buffer.concat([createHmac('sha256', key).update(`tag/${purpose}\0`).update(value).digest()]);
