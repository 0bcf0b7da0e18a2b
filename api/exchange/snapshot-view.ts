import { z } from 'zod';
import { nameOf } from '../../domain/divisions';
import type { BadLine } from '../../domain/exchange/cells';
import { snapshotKinds, type SnapshotKind } from '../../domain/exchange/snapshot';
import type { ExchangeSnapshot } from '../../generated/prisma/client';

export const ExchangeSnapshotView = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    kindLabel: z.string(),
    county: z.string(),
    countyName: z.string(),
    on: z.string().meta({ description: '按哪一天比对' }),
    name: z.string(),
    sha256: z.string(),
    lines: z.int().meta({ description: '文件行数,不含表头' }),
    matched: z.int().meta({ description: '两边一致' }),
    different: z.int().meta({ description: '有差异' }),
    malformed: z
      .array(z.object({ line: z.int(), problem: z.string() }))
      .meta({ description: '没有比对的行,至多200行' }),
    malformedCount: z.int(),
    takenAt: z.iso.datetime(),
  })
  .meta({ id: 'ExchangeSnapshot', description: '上级系统导出的名单或标准,与本系统的比对' });

const MOST = 200;

export const snapshotView = (row: ExchangeSnapshot): z.input<typeof ExchangeSnapshotView> => {
  const malformed = row.malformed as unknown as readonly BadLine[];
  return {
    id: row.id,
    kind: row.kind,
    kindLabel: snapshotKinds[row.kind as SnapshotKind].label,
    county: row.county,
    countyName: nameOf(row.county),
    on: row.onDate,
    name: row.name,
    sha256: row.sha256,
    lines: row.lines,
    matched: row.matched,
    different: row.different,
    malformed: malformed.slice(0, MOST).map(({ line, problem }) => ({ line, problem })),
    malformedCount: malformed.length,
    takenAt: row.takenAt.toISOString(),
  };
};

export const exampleSnapshot: z.output<typeof ExchangeSnapshotView> = {
  id: '9d7c5b3a-2e4f-4a6b-8c0d-1e2f3a4b5c6d',
  kind: 'roster',
  kindLabel: '在享人员名单',
  county: '530581',
  countyName: '腾冲市',
  on: '2022-08-15',
  name: '省系统在享名单.xlsx',
  sha256: 'badcab1ebadcab1ebadcab1ebadcab1ebadcab1ebadcab1ebadcab1ebadcab1e',
  lines: 120,
  matched: 117,
  different: 2,
  malformed: [{ line: 9, problem: '第9行:证件号码不对:校验码错误' }],
  malformedCount: 1,
  takenAt: '2022-08-15T02:00:00.000Z',
};
