import { z } from 'zod';
import { operation } from '../operation';
import { accountInScope, accountParams } from './decide';
import { exampleCardAccount } from './view';

export const readCardNumber = operation({
  method: 'get',
  path: '/api/v1/card-accounts/{accountId}/number',
  permission: 'cardAccount.decide',
  tag: '发放账户',
  summary: '查看完整卡号',
  description: '供复核人与银行卡影像核对;每次查看都记入审计。',
  effect: 'read',
  params: accountParams,
  output: z.object({ number: z.string() }),
  example: { params: { accountId: exampleCardAccount.id }, output: { number: '6217000010000000003' } },
  handler: (context, { params: { accountId } }) =>
    context.scope(async (tx) => {
      const { id, numberEnc } = await accountInScope(context, tx, accountId);
      const place = { table: 'card_account', column: 'number_enc', row: id };
      return { number: context.store.cipher.open(place, numberEnc).toString('utf8') };
    }),
});
