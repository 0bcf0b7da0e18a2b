import { z } from 'zod';
import { mark, xlsxBytes, type PlainSheet } from '../../store/exchange/write-sheet';
import { kinds } from '../../domain/exchange/kinds';
import type { FillInSection } from '../../store/exchange/fill-in';
import { caseParams } from '../cases/params';
import { operation } from '../operation';
import { download } from './file-answer';
import { fillInOfCase } from './fill-in';
import { exampleFillIn } from './fill-in-view';
import { changeLabel } from './item-view';

const HEAD = ['内容', '对象', '变更', '字段', '值', '上次回执'];
const VALUE = 4;

/** Field by field downwards, as one types; what differs from the last receipt is coloured. */
const sheetOf = (sections: readonly FillInSection[]): PlainSheet => {
  const rows = sections.flatMap(({ kind, records }) =>
    records.flatMap(({ title, change, fields }) =>
      fields.map((field) => ({
        differs: field.differs,
        cells: [kinds[kind].label, title, changeLabel(change), field.title, field.value, field.previous ?? ''],
      })),
    ),
  );
  return {
    title: '回填包',
    head: HEAD,
    rows: rows.map(({ cells }) => cells),
    marked: new Set(rows.flatMap(({ differs }, at) => (differs ? [mark(at + 1, VALUE)] : []))),
  };
};

export const downloadFillIn = operation({
  method: 'get',
  path: '/api/v1/cases/{caseId}/fill-in/sheet',
  permission: 'exchange.fillIn',
  tag: '数据交换',
  summary: '下载案件的回填包',
  description: 'XLSX,按对方系统的字段顺序,与上次回执不同的着色。记入审计。',
  effect: 'read',
  answers: '*/*',
  params: caseParams,
  output: z.unknown(),
  example: { params: { caseId: exampleFillIn.caseId } },
  async handler(context, { params: { caseId } }) {
    const { sections, persons, caseNumber } = await context.scope((tx) => fillInOfCase(context, tx, caseId));
    context.audit.case(caseId);
    context.audit.persons(persons);
    return download(await xlsxBytes(sheetOf(sections), context.now()), `回填包${caseNumber}`, 'xlsx');
  },
});
