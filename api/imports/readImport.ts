import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { id } from '../fields';
import { operation } from '../operation';
import { exampleImport, importView, ImportView, MOST_FINDINGS } from './view';

export const readImport = operation({
  method: 'get',
  path: '/api/v1/imports/{importId}',
  permission: 'import.run',
  tag: '导入',
  summary: '查看导入的进度和逐行结果',
  effect: 'read',
  params: z.object({ importId: id('导入编号') }),
  output: ImportView,
  example: { params: { importId: exampleImport.id }, output: exampleImport },
  async handler({ scope }, { params: { importId } }) {
    const rows = { orderBy: [{ line: 'asc' as const }, { field: 'asc' as const }], take: MOST_FINDINGS };
    const job = await scope((tx) => tx.importJob.findUnique({ where: { id: importId }, include: { rows } }));
    if (!job) throw new AppError('notFound', '没有这次导入,或者不在您的辖区内');
    return importView(job);
  },
});
