import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeySet } from '../../config';
import { createFieldCipher } from '../crypto';
import { createFileStore, FILE_LIMIT } from '.';

const keys = new Map(['a', 'b'].map((id) => [id, createHash('sha256').update(id).digest()]));
const cipherWith = (current: string) =>
  createFieldCipher({ fields: { current, keys } satisfies KeySet, index: Buffer.alloc(32) });
const directory = mkdtempSync(join(tmpdir(), 'doudi-files-'));
const files = createFileStore({ directory, cipher: cipherWith('a') });
const photo = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from('a photo of nobody')]);
const onDisk = (storageKey: string): string => join(directory, storageKey.slice(0, 2), storageKey);

afterAll(() => rmSync(directory, { recursive: true }));

it('keeps a photo encrypted and gives it back whole', async () => {
  const stored = await files.put(photo);
  expect(stored).toMatchObject({
    mime: 'image/jpeg',
    size: photo.length,
    sha256: createHash('sha256').update(photo).digest('hex'),
  });
  expect(readFileSync(onDisk(stored.storageKey)).includes('nobody')).toBe(false);
  expect((await files.get(stored.storageKey)).equals(photo)).toBe(true);
  expect(readdirSync(join(directory, stored.storageKey.slice(0, 2))).some((name) => name.endsWith('.new'))).toBe(false);
});

it.each([
  ['image/png', '89504e470d0a1a0a00'],
  ['image/webp', '52494646000000005745425056503820'],
  ['image/heic', '0000001866747970686569630000'],
  ['application/pdf', '255044462d312e37'],
])('knows %s by its first bytes', async (mime, hex) => {
  expect((await files.put(Buffer.from(hex, 'hex'))).mime).toBe(mime);
});

it.each([
  ['fileTypeUnsupported', Buffer.from('<html><script>')],
  ['fileTypeUnsupported', Buffer.from('4d5a9000', 'hex')],
  ['fileEmpty', Buffer.alloc(0)],
  ['fileTooLarge', Buffer.concat([photo, Buffer.alloc(FILE_LIMIT)])],
])('refuses with %s', async (code, bytes) => {
  await expect(files.put(bytes)).rejects.toMatchObject({ code });
});

it('takes what the program itself reads later under the name it gives', async () => {
  const { storageKey, mime } = await files.put(Buffer.from('姓名,身份证号'), 'text/csv');
  expect([mime, (await files.get(storageKey)).toString()]).toEqual(['text/csv', '姓名,身份证号']);
  await files.remove(storageKey);
  await files.remove(storageKey);
  await expect(files.get(storageKey)).rejects.toMatchObject({ code: 'fileMissing' });
});

it('keeps under a key of the caller’s, in place of what was there', async () => {
  const key = '8f0f6a3e-6d0a-5b7e-9c1d-0a4b8e2f7c78';
  await files.keep(key, Buffer.from('first'));
  await files.keep(key, Buffer.from('second'));
  expect((await files.get(key)).toString()).toBe('second');
  await expect(files.keep(key, Buffer.alloc(FILE_LIMIT + 1))).rejects.toMatchObject({ code: 'fileTooLarge' });
  await expect(files.keep('../other', Buffer.from('x'))).rejects.toMatchObject({ code: 'fileMissing' });
  await files.remove(key);
});

it('notices a changed file and one put in the place of another', async () => {
  const [one, other] = [await files.put(photo), await files.put(photo)];
  writeFileSync(onDisk(one.storageKey), readFileSync(onDisk(other.storageKey)));
  await expect(files.get(one.storageKey)).rejects.toMatchObject({ code: 'dataDamaged' });
  writeFileSync(onDisk(other.storageKey), randomBytes(64));
  await expect(files.get(other.storageKey)).rejects.toMatchObject({ code: 'dataDamaged' });
  await Promise.all([one, other].map(({ storageKey }) => files.remove(storageKey)));
});

it('reads nothing outside its directory', async () => {
  await expect(files.get('../../../../etc/passwd')).rejects.toMatchObject({ code: 'fileMissing' });
});

it('encrypts again with a new key, once', async () => {
  const { storageKey } = await files.put(photo);
  const next = createFileStore({ directory, cipher: cipherWith('b') });
  expect([await next.reseal(storageKey), await next.reseal(storageKey)]).toEqual([true, false]);
  expect((await next.get(storageKey)).equals(photo)).toBe(true);
  const found: string[] = [];
  for await (const key of next.keys()) found.push(key);
  expect(found).toContain(storageKey);
});
