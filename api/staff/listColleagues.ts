import { z } from 'zod';
import { levelDigits, roles, type Role } from '../../domain/lifecycle/roles';
import { actorOf } from '../context';
import { operation } from '../operation';
import { inForce } from '../session/sessions';
import { appointmentView } from '../session/view';

const MOST = 200;

const Colleague = z
  .object({ id: z.uuid(), name: z.string(), roleLabel: z.string(), division: z.string(), divisionName: z.string() })
  .meta({ id: 'Colleague' });

/** Who can be an investigator or be given a case: the people of township and county posts. */
const casePosts = (Object.keys(roles) as Role[]).filter((role) => roles[role].level !== 'any');

export const listColleagues = operation({
  method: 'get',
  path: '/api/v1/colleagues',
  permission: 'session.own',
  tag: '人员',
  summary: '列出本县同事',
  description: '本县(本人任职所在县)现任办案岗位的人员,供填写调查人员、指定经办人时选择。只有姓名和任职。',
  effect: 'read',
  output: z.object({ colleagues: z.array(Colleague) }),
  example: {
    output: {
      colleagues: [
        {
          id: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
          name: '示例经办',
          roleLabel: '乡镇经办人',
          division: '530581100',
          divisionName: '腾越街道',
        },
      ],
    },
  },
  handler: (context) =>
    context.scope(async (tx) => {
      const county = actorOf(context).division.slice(0, levelDigits.county);
      const rows = await tx.appointment.findMany({
        where: {
          ...inForce(context.now()),
          role: { in: casePosts },
          division: { startsWith: county },
          staff: { active: true },
        },
        include: { staff: { select: { id: true, name: true } } },
        orderBy: [{ division: 'desc' }, { role: 'asc' }, { staffId: 'asc' }],
        take: MOST,
      });
      return {
        colleagues: rows.map((row) => {
          const { roleLabel, division, divisionName } = appointmentView(row);
          return { ...row.staff, roleLabel, division, divisionName };
        }),
      };
    }),
});
