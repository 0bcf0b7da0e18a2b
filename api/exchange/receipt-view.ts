import { z } from 'zod';
import { outcomes, type Outcome } from '../../domain/exchange/apply';
import { answers, type Answer } from '../../domain/exchange/kinds';
import type { ExchangePackage, ExchangeReceipt, ExchangeReceiptRow } from '../../generated/prisma/client';
import { numberOf } from './package-view';

export const ExchangeReceiptView = z
  .object({
    id: z.uuid(),
    packageId: z.uuid(),
    packageNumber: z.string().nullable(),
    county: z.string(),
    kind: z.string(),
    source: z.enum(['file', 'hand']),
    name: z.string(),
    sha256: z.string(),
    receivedAt: z.iso.datetime(),
    accepted: z.int().meta({ description: '本次登记为已接收' }),
    rejected: z.int().meta({ description: '本次登记为被退回,已转待更正' }),
    repeated: z.int().meta({ description: '与已登记的相同,未改变' }),
    unknown: z.int().meta({ description: '不是这一批的记录' }),
    conflicting: z.int().meta({ description: '与已登记的结果矛盾,未改变' }),
    malformed: z.int().meta({ description: '行有误,未登记' }),
  })
  .meta({ id: 'ExchangeReceipt', description: '上级系统的一份回执' });

export const receiptView = (
  row: ExchangeReceipt & { readonly package: ExchangePackage },
): z.input<typeof ExchangeReceiptView> => ({
  id: row.id,
  packageId: row.packageId,
  packageNumber: numberOf(row.package),
  county: row.county,
  kind: row.package.kind,
  source: row.source as 'file',
  name: row.name,
  sha256: row.sha256,
  receivedAt: row.receivedAt.toISOString(),
  accepted: row.accepted,
  rejected: row.rejected,
  repeated: row.repeated,
  unknown: row.unknown,
  conflicting: row.conflicting,
  malformed: row.malformed,
});

export const ExchangeReceiptRowView = z
  .object({
    line: z.int().meta({ description: '文件中的行号,表头为第1行' }),
    recordNumber: z.string().nullable(),
    answer: z.string().nullable(),
    answerLabel: z.string().nullable(),
    reason: z.string().nullable().meta({ description: '对方写明的原因;本行有误的,写明错在哪里' }),
    theirNumber: z.string().nullable(),
    answeredOn: z.string().nullable(),
    outcome: z.string(),
    outcomeLabel: z.string(),
  })
  .meta({ id: 'ExchangeReceiptRow' });

export const receiptRowView = (row: ExchangeReceiptRow): z.input<typeof ExchangeReceiptRowView> => ({
  line: row.line,
  recordNumber: row.recordNumber,
  answer: row.answer,
  answerLabel: row.answer === null ? null : answers[row.answer as Answer].label,
  reason: row.reason,
  theirNumber: row.theirNumber,
  answeredOn: row.answeredOn,
  outcome: row.outcome,
  outcomeLabel: outcomes[row.outcome as Outcome].label,
});

export const exampleReceipt: z.output<typeof ExchangeReceiptView> = {
  id: '2b8d4c6e-1a3f-4e5d-8c7b-9f0a1b2c3d4e',
  packageId: '6a0e3b52-9c1d-4f7a-8b2e-0d4c5e6f7a81',
  packageNumber: '530581-DEC-0003',
  county: '530581',
  kind: 'decisions',
  source: 'file',
  name: '回执20220802.csv',
  sha256: 'facade00facade00facade00facade00facade00facade00facade00facade00',
  receivedAt: '2022-08-02T08:00:00.000Z',
  accepted: 11,
  rejected: 1,
  repeated: 0,
  unknown: 0,
  conflicting: 0,
  malformed: 0,
};

export const exampleReceiptRow: z.output<typeof ExchangeReceiptRowView> = {
  line: 2,
  recordNumber: '530581-DEC-0003-000001',
  answer: 'rejected',
  answerLabel: '被退回',
  reason: '证件号码与户籍信息不一致',
  theirNumber: null,
  answeredOn: '2022-08-02',
  outcome: 'applied',
  outcomeLabel: '已登记',
};
