import { z } from 'zod';
import { AppError } from '../../domain/errors';
import { keepForDelivery } from '../cases/actions/deliver-later';
import { performAction } from '../cases/actions/perform-action';
import type { Context } from '../context';
import { body, text } from '../fields';
import { answer } from '../http/answer';
import { everybody } from '../http/idempotency';
import { problemRow } from '../http/problems';
import { operation } from '../operation';
import { NoticeId, exampleNotice, findNotice } from './notices';

const over = (): AppError =>
  new AppError(
    'noticeOver',
    '这次公示已经结束或撤回,不能再从网上提异议;仍有意见的,请到乡镇(街道)民政办或拨打救助热线反映',
  );

/** Whatever the rules of the case answer, a stranger learns only that the notice no longer runs. */
const hideInside = (error: unknown): never => {
  const closed = error instanceof AppError && [403, 404, 409].includes(problemRow(error.code).status);
  throw closed ? over() : error;
};

/** In the village of the notice and nowhere else, as somebody without an account. */
const citizenOf = ({ store, engine }: Context, division: string): Parameters<typeof performAction>[0] => ({
  store,
  engine,
  actor: { staffId: null, role: 'citizen', division },
  scope: (work) => store.withScope({ staffId: '', division }, work),
});

export const objectToNotice = operation({
  method: 'post',
  path: '/api/v1/public/notices/{noticeId}/objections',
  permission: 'notice.object',
  tag: '公开查询',
  summary: '对公示提出异议',
  description:
    '不需要登录,可以不留姓名和电话;内容加密保存,只有经办机关能看到。同一个 Idempotency-Key 重发不会重复登记。202:已收下,系统稍后登记。',
  effect: 'command',
  status: 201,
  limit: 'objections',
  params: z.strictObject({ noticeId: NoticeId }),
  input: body({
    what: text('异议内容', { min: 4, max: 2000 }),
    by: text('您的姓名', { max: 60 }).exactOptional(),
    phone: text('联系电话', { max: 30 }).exactOptional(),
  }),
  output: z.object({ received: z.literal(true), receivedAt: z.iso.datetime() }),
  example: {
    params: { noticeId: exampleNotice.noticeId },
    input: { what: '该户在县城有商铺出租' },
    output: { received: true, receivedAt: '2022-08-12T02:00:00.000Z' },
  },
  async handler(context, { params: { noticeId }, body: input }) {
    const notice = await findNotice(context, noticeId);
    if (!notice) throw over();
    const { caseId, division } = notice;
    context.audit.case(caseId);
    const citizen = citizenOf(context, division);
    const wanted = { caseId, commandId: context.commandId ?? '', owner: 'stage', action: 'raiseObjection', input };
    const done = await performAction(citizen, wanted, () => 'objection').catch(hideInside);
    const received = { received: true as const, receivedAt: context.now().toISOString() };
    if (done.state === 'done') return received;
    const { scope } = citizen;
    await keepForDelivery({ scope, actorId: everybody, key: context.key ?? '' }, caseId, done.command);
    return answer(received, { status: 202 });
  },
});
