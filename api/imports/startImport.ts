import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import { actorOf } from '../context';
import { civilDate, divisionCode, text } from '../fields';
import { operation } from '../operation';
import { exampleImport, importView, ImportView } from './view';

export const startImport = operation({
  method: 'post',
  path: '/api/v1/imports',
  permission: 'import.run',
  tag: '导入',
  summary: '导入在享户文件',
  description:
    '请求体就是 CSV 文件本身(UTF-8 或 GBK,至多20MB),表头见 docs/import.md。随即返回编号,由后台分批导入;进度和逐行结果用 GET /api/v1/imports/{importId} 查看。同一文件再次导入不会改变任何数据。',
  effect: 'change',
  status: 202,
  accepts: 'bytes',
  query: z.strictObject({
    division: divisionCode('导入范围'),
    name: text('文件名', { max: 200 }).exactOptional(),
    on: civilDate('核算日期').exactOptional(),
  }),
  output: ImportView,
  example: { query: { division: '530581', name: exampleImport.fileName }, output: exampleImport },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { division, name = '导入.csv', on }, bytes }) {
    const { staffId } = actorOf(context);
    const now = context.now();
    const today = civilDateAt(now.getTime());
    if (on !== undefined && on > today) {
      const message = '核算日期不能在今天之后';
      throw new AppError('invalidInput', `填写有误:${message}`, { fields: [{ path: 'on', message }] });
    }
    const content = bytes ?? Buffer.alloc(0);
    const { storageKey } = await context.files.put(content, 'text/csv');
    const data = {
      id: randomUUID(),
      fileHash: createHash('sha256').update(content).digest('hex'),
      fileName: name,
      division,
      onDate: on ?? today,
      storageKey,
      createdBy: staffId,
      createdAt: now,
    };
    context.audit.detail('importId', data.id);
    try {
      const job = await context.scope((tx) => tx.importJob.create({ data }));
      return importView({ ...job, rows: [] });
    } catch (error) {
      await context.files.remove(storageKey);
      throw error;
    }
  },
});
