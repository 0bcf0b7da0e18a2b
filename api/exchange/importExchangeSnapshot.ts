import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { fieldError } from '../../domain/errors';
import { readSnapshot, snapshotKindNames, snapshotKinds, snapshotLayoutOf } from '../../domain/exchange/snapshot';
import type { Prisma } from '../../generated/prisma/client';
import { writeDifferences } from '../../store/exchange/differences';
import { readSheet } from '../../store/exchange/read-sheet';
import { compareSnapshot } from '../../store/exchange/snapshots';
import { sqlOf } from '../../store/sql';
import { actorOf } from '../context';
import { choice, civilDate, text } from '../fields';
import { operation } from '../operation';
import { countyCode } from './find';
import { exampleSnapshot, ExchangeSnapshotView, snapshotView } from './snapshot-view';

export const importExchangeSnapshot = operation({
  method: 'post',
  path: '/api/v1/exchange/snapshots',
  permission: 'exchange.send',
  tag: '数据交换',
  summary: '导入对方名单比对',
  description:
    '请求体就是上级系统导出的文件本身(CSV,UTF-8 或 GBK;或 XLSX)。与本系统逐人(逐项标准)比对,列出差异;同一文件再次导入不改变任何内容。',
  effect: 'change',
  accepts: 'bytes',
  query: z.strictObject({
    county: countyCode,
    kind: choice('名单种类', snapshotKindNames),
    on: civilDate('比对日期').exactOptional(),
    name: text('文件名', { max: 200 }).exactOptional(),
  }),
  output: ExchangeSnapshotView,
  example: {
    query: { county: '530581', kind: 'roster', on: '2022-08-15', name: exampleSnapshot.name },
    output: exampleSnapshot,
  },
  division: ({ query: { county } }) => county,
  async handler(context, { query: { county, kind, on, name = '名单' }, bytes = Buffer.alloc(0) }) {
    const at = context.now();
    const today = civilDateAt(at.getTime());
    const onDate = on ?? today;
    if (onDate > today) throw fieldError('on', '比对日期不能在今天之后');
    const sheet = await readSheet(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return context.scope(async (tx) => {
      await tx.$queryRaw`select 1 from (select pg_advisory_xact_lock(hashtext(${`exchange/${county}/${kind}`}))) as held`;
      const before = await tx.exchangeSnapshot.findUnique({
        where: { county_kind_sha256: { county, kind, sha256 } },
      });
      if (before) return snapshotView(before);
      const parameters = await context.rulebook.parameters(tx);
      const layout = snapshotLayoutOf(parameters, kind, { on: today, division: county });
      const lines = readSnapshot(kind, sheet, layout, onDate);
      const id = randomUUID();
      const source = { sql: sqlOf(tx), cipher: context.store.cipher, parameters };
      const compared = await compareSnapshot(source, kind, id, { county, on: onDate }, lines);
      const { storageKey } = await context.files.put(bytes, 'application/octet-stream');
      try {
        const row = await tx.exchangeSnapshot.create({
          data: {
            id,
            system: snapshotKinds[kind].system,
            kind,
            county,
            onDate,
            name,
            sha256,
            storageKey,
            lines: sheet.lines.length,
            matched: compared.matched,
            different: compared.found.length,
            malformed: compared.malformed as unknown as Prisma.InputJsonValue,
            takenAt: at,
            takenBy: actorOf(context).staffId,
          },
        });
        await writeDifferences(source.sql, { snapshotId: id, county, kind }, compared.found);
        context.audit.detail('snapshotId', id);
        return snapshotView(row);
      } catch (error) {
        await context.files.remove(storageKey);
        throw error;
      }
    });
  },
});
