import { z } from 'zod';
import { actorOf } from '../context';
import { divisionCode } from '../fields';
import { operation } from '../operation';
import { exampleSnapshot, ExchangeSnapshotView, snapshotView } from './snapshot-view';

const MOST = 50;

export const listExchangeSnapshots = operation({
  method: 'get',
  path: '/api/v1/exchange/snapshots',
  permission: 'exchange.read',
  tag: '数据交换',
  summary: '查看比对过的名单',
  description: '新的在前,至多50次。',
  effect: 'read',
  query: z.strictObject({ division: divisionCode('地区').exactOptional() }),
  output: z.object({ snapshots: z.array(ExchangeSnapshotView) }),
  example: { query: { division: '530581' }, output: { snapshots: [exampleSnapshot] } },
  division: ({ query: { division } }) => division,
  async handler(context, { query: { division } }) {
    const county = (division ?? actorOf(context).division).slice(0, 6);
    const rows = await context.scope((tx) =>
      tx.exchangeSnapshot.findMany({
        where: { county: { startsWith: county } },
        orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
        take: MOST,
      }),
    );
    return { snapshots: rows.map(snapshotView) };
  },
});
