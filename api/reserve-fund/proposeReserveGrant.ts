import { randomUUID } from 'node:crypto';
import { civilDateAt } from '../../domain/civil-date';
import { AppError, fieldError } from '../../domain/errors';
import { checkIdNumber, required } from '../../domain/identity';
import { fenFromYuan } from '../../domain/money';
import { grantFault, grantFormNames, type GrantForm } from '../../domain/reserve-fund/grants';
import { reserveRules } from '../../domain/reserve-fund/rules';
import { reconciledTo } from '../../store/reserve-fund/funds';
import { enrolRecipient, tailOf } from '../../store/reserve-fund/recipient';
import { money } from '../assessments/pieces';
import { caseInScope } from '../cases/access';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';
import { body, choice, civilDate, id, text } from '../fields';
import { saying } from '../funds/refusals';
import { operation } from '../operation';
import { exampleFund, exampleGrant } from './examples';
import { fundParams, getOpenFund } from './find';
import { grantView, ReserveGrantView } from './views';

/** What is given through a case is given to its household. @throws AppError notFound, relativeLockedOut, invalidInput */
const requireMember = async (context: Context, tx: Tx, caseId: string, personId: string): Promise<void> => {
  const { members } = await caseInScope(context, tx, caseId);
  context.audit.case(caseId);
  if (!members.some((member) => member.personId === personId))
    throw fieldError('caseId', '受助人不是这个案件的家庭成员;请核对身份证号,或另选案件');
};

export const proposeReserveGrant = operation({
  method: 'post',
  path: '/api/v1/reserve-funds/{fundId}/grants',
  permission: 'reserveFund.keep',
  tag: '备用金',
  summary: '登记备用金救助',
  description:
    '现金在限额内直接发给,超过的通过一卡通;实物不论价值。余额不足的先申请补充。另一人审批后入账。本系统有案件的写明案件(受助人须为其家庭成员),列入该户的发放记录和档案。',
  effect: 'change',
  status: 201,
  params: fundParams,
  input: body({
    name: text('姓名', { max: 60 }),
    idNumber: text('身份证号', { max: 40 }),
    form: choice('方式', grantFormNames as [GrantForm, ...GrantForm[]]),
    amount: money('金额'),
    goods: text('实物名称', { max: 100 }).exactOptional(),
    reason: text('救助事由', { min: 2, max: 300 }),
    givenOn: civilDate('发放日期'),
    caseId: id('案件').exactOptional(),
  }),
  output: ReserveGrantView,
  example: {
    params: { fundId: exampleFund.id },
    input: {
      name: '尹建明',
      idNumber: '530522197505150014',
      form: 'cash',
      amount: '800',
      reason: exampleGrant.reason,
      givenOn: exampleGrant.givenOn,
    },
    output: exampleGrant,
  },
  async handler(context, { params: { fundId }, body: { name, idNumber, amount, goods, caseId, ...given } }) {
    const { staffId } = actorOf(context);
    const today = civilDateAt(context.now().getTime());
    const { number } = required(checkIdNumber(idNumber, today), 'idNumber');
    if ((given.form === 'goods') !== (goods !== undefined))
      throw fieldError('goods', given.form === 'goods' ? '请填写实物名称' : '现金救助不填实物名称');
    const fen = fenFromYuan(amount);
    return context.scope(async (tx) => {
      const fund = await getOpenFund(tx, fundId);
      const rules = reserveRules(await context.rulebook.parameters(tx), fund.township, given.givenOn);
      const state = { year: fund.year, balance: fund.balanceFen, today, reconciledTo: await reconciledTo(tx, fundId) };
      const fault = grantFault({ ...given, fen }, rules, state);
      if (fault?.code === 'fundShort') throw new AppError('fundShort', fault.says);
      if (fault) throw fieldError(fault.field, fault.says);
      const personId = await enrolRecipient(tx, context.store.cipher, { name, idNumber: number });
      if (personId === undefined) throw fieldError('name', '姓名与系统中该身份证号的姓名不一致;请核对姓名和身份证号');
      context.audit.persons([personId]);
      if (caseId !== undefined) await requireMember(context, tx, caseId, personId);
      const data = {
        ...given,
        id: randomUUID(),
        fundId,
        township: fund.township,
        caseId: caseId ?? null,
        personId,
        personName: name,
        idTail: tailOf(number),
        fen,
        goods: goods ?? null,
        makerId: staffId,
        createdAt: context.now(),
      };
      return grantView(await saying(tx.reserveGrant.create({ data })));
    });
  },
});
