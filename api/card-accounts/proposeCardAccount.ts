import { caseParams } from '../cases/params';
import { body, choice, id, text } from '../fields';
import { operation } from '../operation';
import { propose } from './propose';
import { bankNames, CardAccountView, cardAccountViews, exampleCardAccount } from './view';

// @clause 三(一) an account is a living member's or stands on a written agreement; a second person looks at it
export const proposeCardAccount = operation({
  method: 'post',
  path: '/api/v1/cases/{caseId}/card-accounts',
  permission: 'cardAccount.propose',
  tag: '发放账户',
  summary: '登记或更换发放账户',
  description: '核对卡号校验位和户名;不在家庭成员名下的须有代领协议。另一人复核后启用,原账户同时停用。',
  effect: 'change',
  status: 201,
  params: caseParams,
  input: body({
    bank: choice('开户银行', bankNames),
    number: text('卡号', { max: 40 }),
    holderName: text('户名', { max: 60 }),
    holderPersonId: id('家庭成员').exactOptional(),
    agreementId: id('代领协议').exactOptional(),
    evidenceId: id('银行卡影像'),
  }),
  output: CardAccountView,
  example: {
    params: { caseId: exampleCardAccount.caseId },
    input: {
      bank: 'ruralCredit',
      number: '6217 0000 1000 0000 003',
      holderName: '甲示例',
      holderPersonId: exampleCardAccount.holderPersonId!,
      evidenceId: '8f0f6a3e-6d0a-5b7e-9c1d-0a4b8e2f7c78',
    },
    output: { ...exampleCardAccount, evidenceId: '8f0f6a3e-6d0a-5b7e-9c1d-0a4b8e2f7c78' },
  },
  handler(context, { params: { caseId }, body: input }) {
    return context.scope(async (tx) => {
      const row = await propose(context, tx, caseId, input);
      context.audit.case(caseId);
      if (row.holderPersonId) context.audit.persons([row.holderPersonId]);
      context.audit.detail('accountId', row.id);
      return (await cardAccountViews(tx, [row]))[0]!;
    });
  },
});
