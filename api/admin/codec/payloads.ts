import type { Payload } from '@temporalio/common';
import { z } from 'zod';
import { AppError } from '../../../domain/errors';
import { body, list } from '../../fields';

const MOST = 2000;
const base64 = (label: string) =>
  z.string({ error: `${label}应为 base64 文字` }).regex(/^[A-Za-z0-9+/]*={0,2}$/, `${label}应为 base64 文字`);

/** A payload as Temporal writes it in JSON: bytes as base64, absent where they are empty. */
const JsonPayload = z.looseObject(
  {
    metadata: z.record(z.string(), base64('metadata'), { error: 'metadata 应为对象' }).optional(),
    data: base64('data').optional(),
  },
  { error: '每个 payload 应为对象' },
);
export type JsonPayload = z.output<typeof JsonPayload>;

export const Payloads = body({ payloads: list('payloads', JsonPayload, { max: MOST }) });
export const DecodedPayloads = z.object({ payloads: z.array(JsonPayload) });

/** The Web UI adds hints of its own (preserveStorageRefs) that mean nothing here. */
export const UiQuery = z.looseObject({});

const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64');
const text = (value: Uint8Array): string => Buffer.from(value).toString('base64');

export const fromJson = ({ metadata, data }: JsonPayload): Payload => ({
  metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, bytes(value)])),
  data: bytes(data ?? ''),
});

export const toJson = ({ metadata, data }: Payload): JsonPayload => ({
  metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, text(value)])),
  data: text(data ?? new Uint8Array()),
});

/** Changed on the way, or closed with a key that is no longer in the ring. */
export const unreadable = (): AppError =>
  new AppError('payloadUnreadable', '有内容解不开:密钥环中没有所用的密钥,或内容被改动;请核对数据目录中的 keys.json');
