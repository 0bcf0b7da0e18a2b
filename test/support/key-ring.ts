import { createHash } from 'node:crypto';
import type { KeyRing } from '../../config';

const key = (name: string): Buffer => createHash('sha256').update(`test key ${name}`).digest();

/** Keys for tests alone: the same in every run, so that stored histories stay readable. */
export const testKeyRing = (): KeyRing => ({
  fields: { current: 'f1', keys: new Map([['f1', key('f1')]]) },
  payloads: { current: 'p1', keys: new Map([['p1', key('p1')]]) },
  index: key('index'),
  audit: key('audit'),
});

/** The same as a process reads it from its environment. */
export const keyRingText = (): string => {
  const { fields, payloads, index } = testKeyRing();
  const keys = (set: KeyRing['fields']) => ({
    current: set.current,
    keys: Object.fromEntries([...set.keys].map(([id, bytes]) => [id, bytes.toString('base64')])),
  });
  return JSON.stringify({ fields: keys(fields), payloads: keys(payloads), index: index.toString('base64') });
};
