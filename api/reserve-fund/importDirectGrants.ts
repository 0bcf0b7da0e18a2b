import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { civilDateAt, lastDayOf } from '../../domain/civil-date';
import { findDivision } from '../../domain/divisions';
import { fieldError } from '../../domain/errors';
import { levelDigits } from '../../domain/lifecycle/roles';
import { reserveRules } from '../../domain/reserve-fund/rules';
import { readSheet } from '../../store/exchange/read-sheet';
import { actorOf } from '../context';
import { divisionCode, text } from '../fields';
import { operation } from '../operation';
import { civilMonth } from '../price-linkage/preview-schema';
import { DirectGrantImportView, directImportView, exampleDirectImport, findingsOf } from './direct-view';
import { takeDirectFile } from './take-direct-file';

export const importDirectGrants = operation({
  method: 'post',
  path: '/api/v1/direct-grants/imports',
  permission: 'directGrant.import',
  tag: '备用金',
  summary: '导入当月直接发放的现金和实物救助',
  description:
    '请求体是 CSV 或 XLSX 文件(UTF-8 或 GBK)。表头:乡镇代码、姓名、身份证号、发放日期、方式、金额、实物名称、救助事由、资金来源。逐行检查,超过现金限额的拒绝,重复的告知而不重复入账;同一文件再次导入给出原来的结果。',
  effect: 'change',
  status: 201,
  accepts: 'bytes',
  query: z.strictObject({
    division: divisionCode('县'),
    month: civilMonth('月份'),
    name: text('文件名', { max: 200 }).exactOptional(),
  }),
  output: DirectGrantImportView,
  example: { query: { division: '530581', month: '2026-03' }, output: exampleDirectImport },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { division: county, month, name = '直接救助.csv' }, bytes = Buffer.alloc(0) }) {
    const { staffId } = actorOf(context);
    const at = context.now();
    const today = civilDateAt(at.getTime());
    if (county.length !== levelDigits.county || !findDivision(county))
      throw fieldError('division', '请填写县级代码(6位)');
    if (month > today.slice(0, 7)) throw fieldError('month', '月份不能晚于本月');
    const fileHash = createHash('sha256').update(month).update(bytes).digest('hex');
    const sheet = await readSheet(bytes, context.tableLimits);
    return context.scope(async (tx) => {
      // Files of a county are taken one after the other.
      await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`direct-grants/${county}`}))::text`;
      const before = await tx.directGrantImport.findUnique({ where: { county_fileHash: { county, fileHash } } });
      if (before) return directImportView(before, await findingsOf(tx, before.id));
      const parameters = await context.rulebook.parameters(tx);
      const { cashLimit } = reserveRules(parameters, county, lastDayOf(month));
      const data = { id: randomUUID(), county, month, fileHash, fileName: name, createdBy: staffId, createdAt: at };
      const { found, persons, ...counts } = await takeDirectFile(tx, context.store.cipher, sheet, {
        importId: data.id,
        county,
        month,
        today,
        cashLimit,
        staffId,
        at,
      });
      const row = await tx.directGrantImport.create({ data: { ...data, ...counts } });
      await tx.directGrantFinding.createMany({ data: found.map((one) => ({ ...one, importId: row.id })) });
      context.audit.persons([...persons]);
      context.audit.detail('importId', row.id);
      return directImportView(row, await findingsOf(tx, row.id));
    });
  },
});
