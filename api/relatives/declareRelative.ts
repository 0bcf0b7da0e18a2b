import { randomUUID } from 'node:crypto';
import { AppError } from '../../domain/errors';
import { lockCase } from '../../store/cases/load';
import { requireWithin } from '../actor';
import { caseInScope } from '../cases/access';
import { caseParams } from '../cases/params';
import { actorOf } from '../context';
import type { Tx } from '../deps';
import { body, id, text } from '../fields';
import { operation } from '../operation';
import { exampleRelative, RelativeView, relativeViews } from './view';

const wrong = (path: string, message: string): AppError =>
  new AppError('invalidInput', `填写有误:${message}`, { fields: [{ path, message }] });

/** The name that goes into the register: of the account where there is one. */
const nameOf = async (tx: Tx, staffId: string | undefined, written: string | undefined): Promise<string> => {
  if (staffId === undefined) {
    if (written === undefined) throw wrong('relativeName', '请选择工作人员,没有账号的请填写姓名');
    return written;
  }
  const staff = await tx.staff.findUnique({ where: { id: staffId }, select: { name: true } });
  if (!staff) throw wrong('staffId', '没有这个工作人员账号;没有账号的请只填姓名和职务');
  return staff.name;
};

// @clause 三(三) a relative declared later is locked out at once
export const declareRelative = operation({
  method: 'post',
  path: '/api/v1/cases/{caseId}/relatives',
  permission: 'relative.declare',
  tag: '近亲属备案',
  summary: '补登近亲属备案',
  description:
    '申请之后才知道的近亲属关系(《最低生活保障审核确认办法》第十一条)。有账号的工作人员从此刻起不能再办本案,县级必须入户。',
  effect: 'change',
  status: 201,
  params: caseParams,
  input: body({
    personId: id('家庭成员'),
    staffId: id('工作人员').exactOptional(),
    relativeName: text('工作人员或村干部姓名', { max: 60 }).exactOptional(),
    post: text('单位和职务', { max: 100 }),
    relation: text('亲属关系', { max: 30 }),
  }),
  output: RelativeView,
  example: {
    params: { caseId: exampleRelative.caseId },
    input: { personId: exampleRelative.personId, relativeName: '乙示例', post: '村委会委员', relation: '兄弟' },
    output: exampleRelative,
  },
  async handler(context, { params: { caseId }, body: { personId, staffId, relativeName, ...input } }) {
    const actor = actorOf(context);
    return context.scope(async (tx) => {
      const { members, relatives, division, closedAt } = await caseInScope(context, tx, caseId);
      requireWithin(actor, division);
      await lockCase(tx, caseId);
      if (closedAt) throw new AppError('caseClosed', '本案已结案,不能再登记近亲属');
      if (!members.some((member) => member.personId === personId)) throw wrong('personId', '请选择本案的家庭成员');
      const name = await nameOf(tx, staffId, relativeName);
      const same = relatives.find(
        (one) => one.personId === personId && one.staffId === (staffId ?? null) && one.relativeName === name,
      );
      if (same) throw new AppError('alreadyExists', `${name}已在本案备案,不必重复登记`);
      const row = await tx.relativeDeclaration.create({
        data: {
          ...input,
          id: randomUUID(),
          caseId,
          personId,
          staffId: staffId ?? null,
          relativeName: name,
          declaredAt: context.now(),
          declaredBy: actor.staffId,
        },
        include: { ending: true },
      });
      context.audit.case(caseId);
      context.audit.persons([personId]);
      context.audit.detail('declarationId', row.id);
      return (await relativeViews(tx, [row]))[0]!;
    });
  },
});
