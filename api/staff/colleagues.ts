import { z } from 'zod';
import { levelDigits, roles, type Role } from '../../domain/lifecycle/roles';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';
import { inForce } from '../session/sessions';
import { appointmentView } from '../session/view';

const MOST = 200;

export const Colleague = z
  .object({ id: z.uuid(), name: z.string(), roleLabel: z.string(), division: z.string(), divisionName: z.string() })
  .meta({ id: 'Colleague' });

export const exampleColleague: z.input<typeof Colleague> = {
  id: '0b6f7a52-6c39-4d0e-9a55-0f6a3f0d1a00',
  name: '示例经办',
  roleLabel: '乡镇经办人',
  division: '530581100',
  divisionName: '腾越街道',
};

/** Who can be an investigator or be given a case: the people of township and county posts. */
const casePosts = (Object.keys(roles) as Role[]).filter((role) => roles[role].level !== 'any');

/** The people of the actor's county, those of the villages first. */
export const colleaguesOf = async (context: Context, tx: Tx): Promise<z.input<typeof Colleague>[]> => {
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
  return rows.map((row) => {
    const { roleLabel, division, divisionName } = appointmentView(row);
    return { ...row.staff, roleLabel, division, divisionName };
  });
};
