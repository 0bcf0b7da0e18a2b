import { z } from 'zod';
import { civilDateAt } from '../../domain/civil-date';
import type { Context } from '../context';
import { body, choice, list } from '../fields';
import { answer } from '../http/answer';
import { operation } from '../operation';
import { columnNames, columnsOf } from './export/columns';
import { listedCases } from './export/rows';
import { formats, mimeOf, writeSheet } from './export/write';
import { searchFilters, type Filters } from './list/filters';
import { countCaseList } from './list/read';
import { searched, searchedFor } from './list/search';

const USUAL_MOST = 20_000;
const { cursor: _cursor, limit: _limit, ...filterFields } = searchFilters;

/** What is written down of an export: the filters by their codes; of a search only that there was one. */
const note = ({ audit }: Context, filters: Filters, rows: number, more: Readonly<Record<string, string | boolean>>) => {
  for (const [name, value] of Object.entries({ ...filters, ...more })) audit.detail(name, value as string);
  audit.detail('rows', rows);
};

const names = (format: string, day: string): string =>
  `attachment; filename="cases.${format}"; filename*=UTF-8''${encodeURIComponent(`案件清单${day}.${format}`)}`;

export const exportCases = operation({
  method: 'post',
  path: '/api/v1/cases/export',
  permission: 'case.export',
  tag: '案件',
  summary: '导出案件清单',
  description:
    '按同样的筛选导出 CSV(UTF-8)或 XLSX,内容与页面所示相同,只含辖区内的;超过上限时截断,末行说明,答复头 X-Cut-Off 为 true。记入审计。不改变任何内容,不需要 Idempotency-Key。',
  effect: 'read',
  answers: '*/*',
  input: body({
    ...searched,
    ...filterFields,
    format: choice('格式', formats),
    columns: list('列', choice('列', columnNames), { max: columnNames.length }).exactOptional(),
  }),
  output: z.unknown(),
  example: { input: { format: 'csv', stage: 'investigating', overdue: true, columns: ['household', 'stage'] } },
  async handler(context, { body: { text, idNumber, format, columns = [], ...filters } }) {
    const more = searchedFor(context, {
      ...(text !== undefined && { text }),
      ...(idNumber !== undefined && { idNumber }),
    });
    const most = context.exportRows ?? USUAL_MOST;
    const found = await countCaseList(context, filters, most + 1, more);
    const rows = Math.min(found, most);
    note(context, filters, rows, {
      format,
      cutOff: found > most,
      searched: text !== undefined || idNumber !== undefined,
    });
    const chosen = columnsOf(columns);
    const values = async function* () {
      for await (const row of listedCases(context, filters, rows, more)) yield chosen.map(({ value }) => value(row));
    };
    const sheet = {
      title: '案件',
      head: chosen.map(({ title }) => title),
      rows: values(),
      note: found > most ? `只导出了前${most}件,还有更多;请缩小筛选范围后分次导出` : undefined,
    };
    const file = writeSheet(format, sheet, (error) =>
      context.logger.error({ requestId: context.requestId, reason: String(error) }, 'export broke off'),
    );
    return answer<unknown>(file, {
      headers: {
        'Content-Type': mimeOf(format),
        'Content-Disposition': names(format, civilDateAt(context.now().getTime())),
        'X-Rows': String(rows),
        'X-Cut-Off': String(found > most),
      },
    });
  },
});
