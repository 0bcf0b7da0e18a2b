import { defaultPayloadConverter } from '@temporalio/common';
import type { KeySet } from '../../config';
import { createPayloadCodec } from './payload-codec';

const key = (byte: number): Buffer => Buffer.alloc(32, byte);
const ring = (current: string, ...ids: readonly string[]): KeySet => ({
  current,
  keys: new Map(ids.map((id) => [id, key(id.charCodeAt(0))])),
});
const secret = { sentence: '甲某的材料' };
const sealed = async (keys: KeySet) =>
  (await createPayloadCodec(keys).encode([defaultPayloadConverter.toPayload(secret)!]))[0]!;
const opened = async (keys: KeySet, payload: Awaited<ReturnType<typeof sealed>>): Promise<unknown> =>
  defaultPayloadConverter.fromPayload((await createPayloadCodec(keys).decode([payload]))[0]!);

describe('the payload codec', () => {
  test('gives back what it was given, and shows nothing of it meanwhile', async () => {
    const payload = await sealed(ring('a', 'a'));
    expect(Buffer.from(payload.data!).includes(Buffer.from('甲某'))).toBe(false);
    expect(Buffer.from(payload.metadata!['encoding']!).toString()).toBe('binary/encrypted');
    expect(await opened(ring('a', 'a'), payload)).toEqual(secret);
  });

  test('never seals the same twice alike', async () => {
    const [one, two] = [await sealed(ring('a', 'a')), await sealed(ring('a', 'a'))];
    expect(Buffer.from(one.data!).equals(Buffer.from(two.data!))).toBe(false);
  });

  test('after a rotation reads what the old key sealed, and seals with the new one', async () => {
    const old = await sealed(ring('a', 'a'));
    const rotated = ring('b', 'a', 'b');
    expect(await opened(rotated, old)).toEqual(secret);
    expect(Buffer.from((await sealed(rotated)).metadata!['keyId']!).toString()).toBe('b');
  });

  test('names the key that is missing', async () => {
    await expect(opened(ring('b', 'b'), await sealed(ring('a', 'a')))).rejects.toThrow(
      'payload key a is not in the key ring',
    );
  });

  test.each([0, 20, -1])('refuses a payload changed at byte %s', async (at) => {
    const payload = await sealed(ring('a', 'a'));
    const data = Buffer.from(payload.data!);
    const index = at < 0 ? data.length + at : at;
    data[index] = data[index]! ^ 1;
    await expect(opened(ring('a', 'a'), { ...payload, data })).rejects.toThrow();
  });

  test('refuses another key under the same id', async () => {
    const other: KeySet = { current: 'a', keys: new Map([['a', key(7)]]) };
    await expect(opened(other, await sealed(ring('a', 'a')))).rejects.toThrow();
  });

  test('lets through what was never sealed', async () => {
    const plain = defaultPayloadConverter.toPayload(secret)!;
    expect(await opened(ring('a', 'a'), plain)).toEqual(secret);
  });
});
