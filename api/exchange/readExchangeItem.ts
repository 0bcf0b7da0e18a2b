import { z } from 'zod';
import { layOut, type Layout } from '../../domain/exchange/layout';
import type { Kind } from '../../domain/exchange/kinds';
import { fieldsOf } from '../../store/exchange/fill-in';
import { contentsOf, receiptedOf } from '../../store/exchange/receipted';
import { sqlOf } from '../../store/sql';
import { caseInScope } from '../cases/access';
import { actorOf } from '../context';
import { operation } from '../operation';
import { findItem, itemParams } from './find';
import { ExchangeField, exampleField } from './field-view';
import { exampleItem, ExchangeItemView, itemView } from './item-view';

export const readExchangeItem = operation({
  method: 'get',
  path: '/api/v1/exchange/items/{itemId}',
  permission: 'exchange.open',
  tag: '数据交换',
  summary: '打开一条记录回填',
  description: '按对方系统的字段顺序给出完整的值,与上次回执不同的标出;每次打开都记入审计。',
  effect: 'read',
  params: itemParams,
  output: z.object({ item: ExchangeItemView, fields: z.array(ExchangeField) }),
  example: { params: { itemId: exampleItem.id }, output: { item: exampleItem, fields: [exampleField] } },
  handler: (context, { params: { itemId } }) =>
    context.scope(async (tx) => {
      const row = await findItem(tx, itemId);
      if (row.caseId) await caseInScope({ actor: actorOf(context) }, tx, row.caseId);
      const source = { sql: sqlOf(tx), cipher: context.store.cipher };
      const place = { county: row.county, kind: row.kind as Kind };
      const receipted = await receiptedOf(source.sql, row.caseId ? { ...place, caseId: row.caseId } : place);
      const before = receipted.get(row.key);
      const contents = await contentsOf(source, [row.id, ...(before ? [before.id] : [])]);
      const layout = row.package.layout as unknown as Layout;
      const record = { ...contents.get(row.id), change: row.change, recordNumber: row.recordNumber };
      const [first, cell] = [layout.columns[0]!, layOut(layout, record).cells[0] ?? ''];
      const { fields } = fieldsOf(layout, record, before && contents.get(before.id));
      context.audit.detail('itemId', itemId);
      if (row.caseId) context.audit.case(row.caseId);
      if (row.personId) context.audit.persons([row.personId]);
      return {
        item: itemView(row),
        fields: [{ title: first.title, value: cell, previous: null, differs: false }, ...fields],
      };
    }),
});
