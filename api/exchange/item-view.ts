import { z } from 'zod';
import { itemStates, type ItemState } from '../../domain/exchange/kinds';
import type { ExchangeItem } from '../../generated/prisma/client';

const changes: Readonly<Record<string, string>> = { added: '新增', changed: '变更', removed: '退出', same: '不变' };
export const changeLabel = (change: string): string => changes[change] ?? change;

export const ExchangeItemView = z
  .object({
    id: z.uuid(),
    packageId: z.uuid(),
    row: z.int(),
    kind: z.string(),
    recordNumber: z.string(),
    caseId: z.uuid().nullable(),
    title: z.string().meta({ description: '姓名部分隐去' }),
    change: z.string(),
    changeLabel: z.string(),
    state: z.string(),
    stateLabel: z.string(),
    reason: z.string().nullable(),
    theirNumber: z.string().nullable(),
    answeredOn: z.string().nullable(),
    work: z.enum(['open', 'corrected']).nullable().meta({ description: '退回后的更正:待更正、已更正' }),
    workNote: z.string().nullable(),
  })
  .meta({ id: 'ExchangeItem', description: '一批中的一条记录' });

export const itemView = (row: ExchangeItem): z.input<typeof ExchangeItemView> => ({
  id: row.id,
  packageId: row.packageId,
  row: row.row,
  kind: row.kind,
  recordNumber: row.recordNumber,
  caseId: row.caseId,
  title: row.title,
  change: row.change,
  changeLabel: changeLabel(row.change),
  state: row.state,
  stateLabel: itemStates[row.state as ItemState].label,
  reason: row.reason,
  theirNumber: row.theirNumber,
  answeredOn: row.answeredOn,
  work: row.work as 'open' | null,
  workNote: row.workNote,
});

export const exampleItem: z.output<typeof ExchangeItemView> = {
  id: '0c9e5a1b-7f3d-4b6e-9a2c-1d8e4f5a6b7c',
  packageId: '6a0e3b52-9c1d-4f7a-8b2e-0d4c5e6f7a81',
  row: 1,
  kind: 'decisions',
  recordNumber: '530581-DEC-0003-000001',
  caseId: '5f0f6a3e-6d0a-5b7e-9c1d-0a4b8e2f7c10',
  title: '甲＊ 530581-2022-000123 2022-07-20',
  change: 'added',
  changeLabel: '新增',
  state: 'rejected',
  stateLabel: '被退回',
  reason: '证件号码与户籍信息不一致',
  theirNumber: null,
  answeredOn: '2022-08-02',
  work: 'open',
  workNote: null,
};
