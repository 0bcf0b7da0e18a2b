import { z } from 'zod';
import { nameOf } from '../../domain/divisions';
import {
  differences,
  differenceStates,
  settlements,
  type Difference,
  type DifferenceState,
  type Settlement,
} from '../../domain/exchange/differences';
import { maskIdNumber } from '../../domain/mask';
import type { ExchangeDifference } from '../../generated/prisma/client';
import type { FieldCipher } from '../../store/crypto';
import type { DifferenceContent } from '../../store/exchange/snapshots';

const Side = z
  .object({
    programme: z.string().optional(),
    class: z.string().optional(),
    amount: z.string().optional(),
    dates: z.string().optional(),
  })
  .nullable();

export const ExchangeDifferenceView = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    county: z.string(),
    countyName: z.string(),
    township: z.string().nullable(),
    townshipName: z.string().nullable(),
    caseId: z.uuid().nullable(),
    title: z.string().meta({ description: '姓名部分隐去' }),
    idNumber: z.string().meta({ description: '证件号码,部分隐去' }),
    differences: z.array(z.object({ kind: z.string(), label: z.string() })),
    ours: Side.meta({ description: '本系统;没有的为空' }),
    theirs: Side.meta({ description: '对方系统;没有的为空' }),
    state: z.string(),
    stateLabel: z.string(),
    decision: z.string().nullable(),
    decisionLabel: z.string().nullable(),
    note: z.string().nullable(),
    settledAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ExchangeDifference', description: '两个系统的一处差异' });

export const differenceView = (
  cipher: FieldCipher,
  row: ExchangeDifference,
): z.input<typeof ExchangeDifferenceView> => {
  const content = cipher.openJson('exchange_difference', 'content_enc', row.id, row.contentEnc) as DifferenceContent;
  return {
    id: row.id,
    kind: row.kind,
    county: row.county,
    countyName: nameOf(row.county),
    township: row.township,
    townshipName: row.township === null ? null : nameOf(row.township),
    caseId: row.caseId,
    title: row.title,
    idNumber: content.idNumber === '' ? '' : maskIdNumber(content.idNumber),
    differences: row.differences.map((kind) => ({ kind, label: differences[kind as Difference].label })),
    ours: content.ours,
    theirs: content.theirs,
    state: row.state,
    stateLabel: differenceStates[row.state as DifferenceState].label,
    decision: row.decision,
    decisionLabel: row.decision === null ? null : settlements[row.decision as Settlement].label,
    note: row.note,
    settledAt: row.settledAt?.toISOString() ?? null,
  };
};

export const exampleDifference: z.output<typeof ExchangeDifferenceView> = {
  id: '4c2a0e8b-6d5f-4b3a-9c7e-8f1d2e3c4b5a',
  kind: 'roster',
  county: '530581',
  countyName: '腾冲市',
  township: '530581001',
  townshipName: '腾越街道',
  caseId: '5f0f6a3e-6d0a-5b7e-9c1d-0a4b8e2f7c10',
  title: '甲＊ 530581-2022-000123',
  idNumber: '530***********0014',
  differences: [{ kind: 'amount', label: '金额不同' }],
  ours: { programme: 'dibao', class: 'A', amount: '400.00', dates: '2022-08' },
  theirs: { programme: 'dibao', amount: '380.00' },
  state: 'open',
  stateLabel: '待处理',
  decision: null,
  decisionLabel: null,
  note: null,
  settledAt: null,
};
