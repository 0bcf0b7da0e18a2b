import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import { fieldError } from '../../domain/errors';
import { snapshotKindNames } from '../../domain/exchange/snapshot';
import { choice, civilDate, text } from '../fields';
import { operation } from '../operation';
import { countyCode } from './find';
import { keepFile } from './take-file';
import { exampleFile, ExchangeFileView, takenFileViews } from './taken-file-view';

export const importExchangeSnapshot = operation({
  method: 'post',
  path: '/api/v1/exchange/snapshots',
  permission: 'exchange.send',
  tag: '数据交换',
  summary: '导入对方名单比对',
  description:
    '请求体就是上级系统导出的文件本身(CSV,UTF-8 或 GBK;或 XLSX)。至多20MB。收下即返回,由后台读取并与本系统逐人(逐项标准)比对,列出差异。读不了的文件整份不比对,原因见“查看收下的文件”;同一文件再次导入不改变任何内容。',
  effect: 'change',
  status: 202,
  accepts: 'bytes',
  query: z.strictObject({
    county: countyCode,
    kind: choice('名单种类', snapshotKindNames),
    on: civilDate('比对日期').exactOptional(),
    name: text('文件名', { max: 200 }).exactOptional(),
  }),
  output: ExchangeFileView,
  example: {
    query: { county: '530581', kind: 'roster', on: '2022-08-15', name: '省系统在享名单.xlsx' },
    output: { ...exampleFile, what: 'snapshot', packageId: null, kind: 'roster', name: '省系统在享名单.xlsx' },
  },
  division: ({ query: { county } }) => county,
  async handler(context, { query: { county, kind, on, name = '名单' }, bytes = Buffer.alloc(0) }) {
    const today = civilDateAt(context.now().getTime());
    const onDate = on ?? today;
    if (onDate > today) throw fieldError('on', '比对日期不能在今天之后');
    const file = {
      what: 'snapshot',
      packageId: null,
      county,
      office: county,
      kind,
      onDate,
      name,
    };
    return context.scope(async (tx) => (await takenFileViews(tx, [await keepFile(context, tx, bytes, file)]))[0]!);
  },
});
