import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeJson } from '../files.mjs';

const newKey = () => randomBytes(32).toString('base64');
const today = () => new Date().toISOString().slice(0, 10);

const newSet = () => ({ current: `k-${today()}`, keys: { [`k-${today()}`]: newKey() } });

/** A fresh ring; the format is that of config/key-ring.ts. */
export const newKeyRing = () => ({ fields: newSet(), payloads: newSet(), index: newKey(), audit: newKey() });

/** Adds a key and makes it the current one; the old ones still open what they closed. */
export const rotated = (ring) => {
  const next = (set) => {
    const id = [`k-${today()}`, ...Array.from({ length: 99 }, (_, n) => `k-${today()}-${n + 2}`)].find(
      (name) => !(name in set.keys),
    );
    return { current: id, keys: { ...set.keys, [id]: newKey() } };
  };
  return { ...ring, fields: next(ring.fields), payloads: next(ring.payloads) };
};

/** Made once with the data directory. Lost keys mean lost data: they belong into the backup, apart from it. */
export const ensureKeys = (directory) => {
  const file = join(directory, 'keys.json');
  if (!existsSync(file)) writeJson(file, newKeyRing(), 0o600);
};
