import type { Sealed } from './database';

const IV_BYTES = 12;
const AES = { name: 'AES-GCM', length: 256 } as const;

const bound = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** The key never leaves the browser: it cannot be exported, only used (docs/adr: personal data on the phone). */
export const newKey = (): Promise<CryptoKey> => crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']);

/** Bound to the record's name: bytes moved to another record do not open. */
export const seal = async (key: CryptoKey, name: string, bytes: ArrayBuffer): Promise<Sealed> => {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const data = await crypto.subtle.encrypt({ name: AES.name, iv, additionalData: bound(name) }, key, bytes);
  return { iv, data };
};

export const unseal = (key: CryptoKey, name: string, { iv, data }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: AES.name, iv, additionalData: bound(name) }, key, data);

/** A plain http address has no WebCrypto and no service worker: nothing can be kept there. */
export const canKeep = (): boolean => 'indexedDB' in globalThis && globalThis.crypto?.subtle !== undefined;
