import { temporal } from '@temporalio/proto';
import { createPayloadCodec } from '../../store/engine/payload-codec';
import { family, scenes } from '../histories/scenes';
import { testKeyRing } from '../support/key-ring';
import { recorded } from './recorded';

/** @clause 一(四) the engine holds ids, codes and instants; nothing about people, and that encrypted */
const histories = recorded();
const ENCRYPTED = Buffer.from('binary/encrypted').toString('base64');
const codes = ['CaseStage', 'Division', 'NextDeadline', 'Programme'];

interface Payload {
  readonly metadata: Readonly<Record<string, string>>;
  readonly data: string;
}
const isPayload = (value: object): value is Payload => 'metadata' in value && 'data' in value;

/** Every payload in a history, wherever it lies, with the path to it. */
const payloadsIn = (value: unknown, path = ''): readonly { readonly path: string; readonly payload: Payload }[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (isPayload(value)) return [{ path, payload: value }];
  return Object.entries(value).flatMap(([key, inner]) => payloadsIn(inner, `${path}.${key}`));
};

const text = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');

const opened = async ({ metadata, data }: Payload): Promise<string> => {
  const codec = createPayloadCodec(testKeyRing().payloads);
  const bytes = (value: string): Uint8Array => Buffer.from(value, 'base64');
  const sealed = {
    metadata: Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, bytes(value)])),
    data: bytes(data),
  };
  const [plain] = await codec.decode([temporal.api.common.v1.Payload.create(sealed)]);
  return Buffer.from(plain!.data ?? []).toString('utf8');
};

const secrets = [...new Set(scenes.flatMap((_scene, index) => family(index + 1).secrets))];
const byPath = (history: unknown) => {
  const all = payloadsIn(history);
  const plain = all.filter(({ payload }) => payload.metadata['encoding'] !== ENCRYPTED);
  return { sealed: all.filter(({ payload }) => payload.metadata['encoding'] === ENCRYPTED), plain };
};

describe.each(histories)('the history of a case $name', ({ text: raw, history }) => {
  const { sealed, plain } = byPath(history);

  test('has no name, number, address or amount of the family in any payload', async () => {
    const contents = await Promise.all(sealed.map(({ payload }) => opened(payload)));
    expect(contents.length).toBeGreaterThanOrEqual(2);
    expect(contents.every((content) => content !== '')).toBe(true);
    for (const secret of secrets) expect(contents.filter((content) => content.includes(secret))).toEqual([]);
  });

  test('cannot be read without the keys: what is open are codes and instants', () => {
    const open = plain.filter(({ path }) => !path.includes('markerRecordedEventAttributes.details.data'));
    expect(
      [...new Set(open.map(({ path }) => path.split('.').at(-1)!))].filter((name) => !codes.includes(name)),
    ).toEqual([]);
    const values = open.map(({ payload }) => (JSON.parse(text(payload.data)) as unknown) ?? 'none');
    expect(
      values.filter((value) => typeof value !== 'string' || !/^[a-zA-Z]+$|^\d{12}$|^\d{4}-\d\d-\d\dT/.test(value)),
    ).toEqual([]);
    for (const secret of secrets) expect(raw.includes(secret)).toBe(false);
    expect(/[\u4e00-\u9fff]/.test(raw)).toBe(false);
  });
});

test('the families are those that were recorded', () => {
  expect(secrets.length).toBeGreaterThan(4 * scenes.length);
});
