import { AppError } from '../../domain/errors';
import type { Role } from '../../domain/lifecycle/roles';
import type { Context } from '../context';
import { body, id, secret, text } from '../fields';
import { answer } from '../http/answer';
import { sessionCookie } from '../http/session';
import { operation } from '../operation';
import { passwordFits } from './passwords';
import { startSession } from './sessions';
import { appointmentsOf, exampleSession, LoggedIn, sessionView } from './view';

const ATTEMPTS = 5;
const LOCK_MS = 15 * 60_000;

/** The same words for an unknown name, a wrong password and a locked account: nobody learns which names exist. */
const refused = () =>
  new AppError('loginFailed', '登录名或密码不对;连续输错5次,账号会锁定15分钟。忘记密码请找管理员重置');

/** Counts in one statement, so that guesses sent at once are all counted. */
const countFailure = async ({ scope, now }: Context, staffId: string): Promise<void> => {
  await scope(async (tx) => {
    const { failedLogins } = await tx.staff.update({
      where: { id: staffId },
      data: { failedLogins: { increment: 1 } },
      select: { failedLogins: true },
    });
    if (failedLogins < ATTEMPTS) return;
    await tx.staff.update({
      where: { id: staffId },
      data: { failedLogins: 0, lockedUntil: new Date(now().getTime() + LOCK_MS) },
    });
  });
};

const verified = async (context: Context, login: string, password: string) => {
  const staff = await context.scope((tx) => tx.staff.findUnique({ where: { login } }));
  const fits = await passwordFits(staff?.passwordHash, password);
  if (!staff?.active || (staff.lockedUntil && staff.lockedUntil > context.now())) throw refused();
  if (!fits) {
    await countFailure(context, staff.id);
    throw refused();
  }
  return staff;
};

export const logIn = operation({
  method: 'post',
  path: '/api/v1/session',
  permission: 'session.start',
  tag: '登录',
  summary: '登录',
  description:
    '返回令牌并设置 Cookie。有多个任职时可用 appointmentId 指定,否则用最早的一个,之后可切换。令牌2小时不用或满12小时失效。',
  effect: 'session',
  limit: 'failedLogins',
  status: 201,
  input: body({
    login: text('登录名', { max: 64 }),
    password: secret('密码'),
    appointmentId: id('任职').exactOptional(),
  }),
  output: LoggedIn,
  example: {
    input: { login: 'clerk.tengyue', password: 'an-example-1' },
    output: { ...exampleSession, token: 'q7Zr0pJb3s9nVw2cXk5mTf8hLd1gYa4eRu6iOo0pQsA' },
  },
  async handler(context, { body: { login, password, appointmentId } }) {
    const staff = await verified(context, login, password);
    const now = context.now();
    return context.scope(async (tx) => {
      const appointments = await appointmentsOf(tx, staff.id, now);
      const chosen = appointmentId
        ? appointments.find((appointment) => appointment.id === appointmentId)
        : appointments[0];
      if (!chosen) throw new AppError('forbidden', '您没有(这个)有效的任职,请联系管理员');
      await tx.staff.update({ where: { id: staff.id }, data: { failedLogins: 0, lockedUntil: null } });
      const { token, expiresAt } = await startSession(tx, staff.id, chosen.id, now);
      const actor = {
        staffId: staff.id,
        name: staff.name,
        appointmentId: chosen.id,
        role: chosen.role as Role,
        division: chosen.division,
      };
      context.audit.actor(actor);
      context.audit.detail('staffId', staff.id);
      const view = { ...(await sessionView(tx, actor, expiresAt, now)), token };
      return answer(view, { headers: { 'Set-Cookie': sessionCookie(token, expiresAt, context.secure) } });
    });
  },
});
