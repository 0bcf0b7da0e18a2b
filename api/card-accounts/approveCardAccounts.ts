import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { lockBatches } from '../../store/card-accounts/imports';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';
import { body, id, list } from '../fields';
import { operation } from '../operation';
import { decideOne } from './decide';
import { exampleCardAccount } from './view';

/** Every refusal comes before anything is written, so that the others stand. */
const approve = async (context: Context, tx: Tx, accountId: string): Promise<string | null> => {
  try {
    await decideOne(context, tx, accountId, 'approved');
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
};

export const approveCardAccounts = operation({
  method: 'post',
  path: '/api/v1/card-accounts/approvals',
  permission: 'cardAccount.decide',
  tag: '发放账户',
  summary: '成批复核发放账户:通过',
  description:
    '逐个核对银行卡影像后选中的账户,一次至多100个;登记人不能复核自己登记的,不能复核的逐个说明,其余照常启用。',
  effect: 'change',
  input: body({ accountIds: list('账户', id('发放账户'), { min: 1, max: 100 }) }),
  output: z.object({
    approved: z.int(),
    refused: z.array(z.object({ accountId: z.uuid(), why: z.string() })),
  }),
  example: {
    input: { accountIds: [exampleCardAccount.id] },
    output: { approved: 1, refused: [] },
  },
  handler: (context, { body: { accountIds } }) =>
    context.scope(async (tx) => {
      const refused: { accountId: string; why: string }[] = [];
      await lockBatches(tx, actorOf(context).division);
      const all = [...new Set(accountIds)].sort();
      for (const accountId of all) {
        const why = await approve(context, tx, accountId);
        if (why !== null) refused.push({ accountId, why });
      }
      context.audit.detail('accounts', all.join(','));
      return { approved: all.length - refused.length, refused };
    }),
});
