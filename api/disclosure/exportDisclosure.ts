import { z } from 'zod';
import { disclosureColumns, TOTAL, type DisclosureSheet } from '../../domain/disclosure/paper';
import type { Counts } from '../../domain/disclosure/table';
import { mimeOf, writeSheet } from '../cases/export/write';
import { answer } from '../http/answer';
import { operation } from '../operation';
import { exampleDisclosure } from './example';
import { disclosureParams } from './find';
import { readSheet } from './sheet';

const cells = (counts: Counts): readonly (string | number)[] =>
  disclosureColumns.map(({ value }) => {
    const text = value(counts);
    return text === '—' ? text : Number(text);
  });

async function* rowsOf({ sections }: DisclosureSheet): AsyncGenerator<readonly (string | number)[]> {
  for (const { title, rows, total } of sections) {
    for (const { label, counts } of rows) yield [title, label, ...cells(counts)];
    yield [title, TOTAL, ...cells(total)];
  }
}

export const exportDisclosure = operation({
  method: 'get',
  path: '/api/v1/disclosures/{disclosureId}/xlsx',
  permission: 'disclosure.read',
  tag: '发放公开',
  summary: '导出发放公开表(XLSX)',
  description: '与页面、打印件相同的数字;每节末行是合计。',
  effect: 'read',
  params: disclosureParams,
  answers: mimeOf('xlsx'),
  output: z.unknown(),
  example: { params: { disclosureId: exampleDisclosure.id } },
  async handler(context, { params: { disclosureId } }) {
    const sheet = await readSheet(context, disclosureId);
    const book = {
      title: sheet.month,
      head: ['表', '项目', ...disclosureColumns.map(({ title }) => title)],
      rows: rowsOf(sheet),
      note: sheet.reason ? `第${sheet.version}版,更正原因:${sheet.reason}` : undefined,
    };
    const file = writeSheet('xlsx', book, (error) =>
      context.logger.error({ requestId: context.requestId, reason: String(error) }, 'export broke off'),
    );
    const name = encodeURIComponent(`${sheet.title}-${sheet.month}.xlsx`);
    return answer<unknown>(file, {
      headers: {
        'Content-Type': mimeOf('xlsx'),
        'Content-Disposition': `attachment; filename="disclosure.xlsx"; filename*=UTF-8''${name}`,
      },
    });
  },
});
