import { randomUUID } from 'node:crypto';
import { AppError, fieldError } from '../../domain/errors';
import { cardNumberProblem, holderProblem, normaliseCardNumber } from '../../domain/payments/accounts';
import { lockCase } from '../../store/cases/load';
import { requireWithin } from '../actor';
import { caseInScope } from '../cases/access';
import { caseParams } from '../cases/params';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';
import { body, choice, id, text } from '../fields';
import { operation } from '../operation';
import { bankNames, CardAccountView, cardAccountViews, exampleCardAccount } from './view';

const requireDocument = async (tx: Tx, caseId: string, path: string, documentId: string | undefined): Promise<void> => {
  if (documentId === undefined) return;
  if (!(await tx.document.findFirst({ where: { id: documentId, caseId }, select: { id: true } })))
    throw fieldError(path, '本案没有这份材料,请先在“材料”上传');
};

const TABLE = 'card_account';

/** The number as its columns: sealed, to be found again, and the last four digits. */
const numberColumns = ({ store: { cipher } }: Context, accountId: string, written: string) => {
  const digits = normaliseCardNumber(written);
  const place = { table: TABLE, column: 'number_enc', row: accountId };
  return {
    numberEnc: cipher.seal(place, Buffer.from(digits, 'utf8')),
    numberIndex: cipher.tag('cardNumber', digits),
    numberTail: digits.slice(-4),
    numberValid: true,
  };
};

const membersOf = async (tx: Tx, personIds: readonly string[]) => {
  const rows = await tx.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { id: true, name: true, diedOn: true },
  });
  return rows.map((row) => ({ personId: row.id, name: row.name, died: row.diedOn !== null }));
};

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
  async handler(context, { params: { caseId }, body: { number, ...input } }) {
    const actor = actorOf(context);
    const wrong = cardNumberProblem(number);
    if (wrong) throw fieldError('number', wrong);
    return context.scope(async (tx) => {
      const { members, division, closedAt } = await caseInScope(context, tx, caseId);
      requireWithin(actor, division);
      await lockCase(tx, caseId);
      if (closedAt) throw new AppError('caseClosed', '本案已结案,不能再登记发放账户');
      const present = members.filter(({ leftOn }) => leftOn === null).map(({ personId }) => personId);
      const problem = holderProblem(input, await membersOf(tx, present));
      if (problem) throw fieldError(problem.path, problem.message);
      await requireDocument(tx, caseId, 'agreementId', input.agreementId);
      await requireDocument(tx, caseId, 'evidenceId', input.evidenceId);
      if (await tx.cardAccount.findFirst({ where: { caseId, state: 'proposed' }, select: { id: true } }))
        throw new AppError('conflict', '本户已有待复核的账户;请先由另一人复核或退回');
      const accountId = randomUUID();
      const row = await tx.cardAccount.create({
        data: {
          ...input,
          ...numberColumns(context, accountId, number),
          id: accountId,
          caseId,
          makerId: actor.staffId,
          createdAt: context.now(),
        },
      });
      context.audit.case(caseId);
      if (input.holderPersonId) context.audit.persons([input.holderPersonId]);
      context.audit.detail('accountId', accountId);
      return (await cardAccountViews(tx, [row]))[0]!;
    });
  },
});
