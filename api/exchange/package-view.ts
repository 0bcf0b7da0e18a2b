import { z } from 'zod';
import { nameOf } from '../../domain/divisions';
import {
  isKind,
  kinds,
  modes,
  packageNumber,
  systems,
  type Kind,
  type Mode,
  type SystemName,
} from '../../domain/exchange/kinds';
import type { Layout } from '../../domain/exchange/layout';
import type { ExchangePackage } from '../../generated/prisma/client';
import type { Tx } from '../deps';

const Counted = {
  accepted: z.int().meta({ description: '已接收' }),
  rejected: z.int().meta({ description: '被退回' }),
  waiting: z.int().meta({ description: '等待回执' }),
};

export const ExchangePackageView = z
  .object({
    id: z.uuid(),
    number: z.string().nullable().meta({ description: '批次号;回填没有' }),
    system: z.string(),
    systemLabel: z.string(),
    kind: z.string(),
    kindLabel: z.string(),
    county: z.string(),
    countyName: z.string(),
    mode: z.string(),
    modeLabel: z.string(),
    layoutVersion: z.string(),
    layoutAssumed: z.boolean().meta({ description: '格式为默认值,待本地确认' }),
    from: z.string(),
    to: z.string(),
    month: z.string().nullable(),
    state: z.enum(['building', 'ready', 'failed']),
    reason: z.string().nullable(),
    baseNumber: z.string().nullable().meta({ description: '以哪一批回执为准计算变化' }),
    count: z.int().meta({ description: '报送条数' }),
    leftOut: z.int().meta({ description: '未能报送的条数,原因见明细' }),
    ...Counted,
    csvSha256: z.string().nullable(),
    xlsxSha256: z.string().nullable(),
    createdAt: z.iso.datetime(),
    builtAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ExchangePackage', description: '一批报送上级系统的数据' });

export interface Counts {
  readonly accepted: number;
  readonly rejected: number;
  readonly waiting: number;
}
const none: Counts = { accepted: 0, rejected: 0, waiting: 0 };

/** Rows of each package by their answer. */
export const countsOf = async (tx: Tx, packageIds: readonly string[]): Promise<ReadonlyMap<string, Counts>> => {
  const groups = await tx.exchangeItem.groupBy({
    by: ['packageId', 'state'],
    where: { packageId: { in: [...packageIds] } },
    _count: { _all: true },
  });
  const counts = new Map<string, Counts>();
  for (const { packageId, state, _count } of groups) {
    const known = counts.get(packageId) ?? none;
    const name = state === 'sent' ? 'waiting' : state;
    counts.set(packageId, { ...known, ...(name in none && { [name]: _count._all }) });
  }
  return counts;
};

export const numberOf = (row: Pick<ExchangePackage, 'county' | 'kind' | 'sequence'>): string | null =>
  row.sequence === null ? null : packageNumber(row.county, row.kind as Kind, row.sequence);

export const packageView = (row: ExchangePackage, counts: Counts = none): z.input<typeof ExchangePackageView> => {
  const layout = row.layout as unknown as Layout;
  return {
    id: row.id,
    number: numberOf(row),
    system: row.system,
    systemLabel: systems[row.system as SystemName].label,
    kind: row.kind,
    kindLabel: isKind(row.kind) ? kinds[row.kind].label : row.kind,
    county: row.county,
    countyName: nameOf(row.county),
    mode: row.mode,
    modeLabel: modes[row.mode as Mode].label,
    layoutVersion: layout.version,
    layoutAssumed: layout.assumed,
    from: row.fromDate,
    to: row.toDate,
    month: row.month,
    state: row.state as 'ready',
    reason: row.reason,
    baseNumber: row.baseSequence === null ? null : numberOf({ ...row, sequence: row.baseSequence }),
    count: row.count,
    leftOut: row.leftOut,
    ...counts,
    csvSha256: row.csvSha256,
    xlsxSha256: row.xlsxSha256,
    createdAt: row.createdAt.toISOString(),
    builtAt: row.builtAt?.toISOString() ?? null,
  };
};

export const examplePackage: z.output<typeof ExchangePackageView> = {
  id: '6a0e3b52-9c1d-4f7a-8b2e-0d4c5e6f7a81',
  number: '530581-DEC-0003',
  system: 'provincial',
  systemLabel: '云南省城乡社会救助信息系统',
  kind: 'decisions',
  kindLabel: '审核确认决定',
  county: '530581',
  countyName: '腾冲市',
  mode: 'incremental',
  modeLabel: '增量',
  layoutVersion: '1.0',
  layoutAssumed: true,
  from: '2022-07-01',
  to: '2022-07-31',
  month: null,
  state: 'ready',
  reason: null,
  baseNumber: '530581-DEC-0002',
  count: 12,
  leftOut: 0,
  accepted: 0,
  rejected: 0,
  waiting: 12,
  csvSha256: 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00',
  xlsxSha256: 'decade00decade00decade00decade00decade00decade00decade00decade00',
  createdAt: '2022-08-01T01:00:00.000Z',
  builtAt: '2022-08-01T01:00:02.000Z',
};
