import { AppError } from '../../domain/errors';
import { eligibleFor, townshipHolder } from '../../domain/lifecycle/eligible';
import { isLifted } from '../../domain/lifecycle/lift';
import { levelDigits, roles, type Role } from '../../domain/lifecycle/roles';
import type { Effect, Outcome, StepContext } from '../steps/context';
import { inputOf } from './read-input';

const inOffice = async ({ tx, row, on }: StepContext, role: Role, staffId?: string): Promise<readonly string[]> =>
  (
    await tx.appointment.findMany({
      where: {
        role,
        division: row.division.slice(0, levelDigits.township),
        validFrom: { lte: on },
        OR: [{ validTo: null }, { validTo: { gte: on } }],
        staff: { active: true },
        ...(staffId && { staffId }),
      },
      select: { staffId: true },
    })
  ).map((held) => held.staffId);

/** Only where nobody in the township may do the step: else the township keeps its own work. */
const toCounty = async (context: StepContext): Promise<Outcome> => {
  const { state, facts, command } = context;
  const role = townshipHolder(state, facts, command.owner);
  if (!role) throw new AppError('alreadyCounty', '该环节本来就由县级办理');
  if (isLifted(state, command.owner)) throw new AppError('alreadyCounty', '该环节已提级到县级办理');
  const left = eligibleFor(state, facts, command.owner, role, await inOffice(context, role));
  if (left.length > 0)
    throw new AppError('eligibleLeft', `本乡镇还有${left.length}名${roles[role].label}可以办理,请指定其中一人`, {
      fields: [{ path: 'toCounty', message: '乡镇还有可办的人员' }],
    });
  return {
    lifts: true,
    summary: { outcome: 'lifted' },
    detail: `乡镇没有可以办理的${roles[role].label},提级到县级办理`,
  };
};

const toClerk = async (context: StepContext, staffId: string): Promise<Outcome> => {
  if ((await inOffice(context, 'townshipClerk', staffId)).length === 0)
    throw new AppError('staffNotEligible', '该人员不是本乡镇在任经办人,请另选', {
      fields: [{ path: 'staffId', message: '不是本乡镇在任经办人' }],
    });
  if (context.facts.relatives.includes(staffId))
    throw new AppError('relativeLockedOut', '该人员是本案备案的近亲属,应当回避,请另选', {
      fields: [{ path: 'staffId', message: '应当回避' }],
    });
  await context.tx.workItem.updateMany({
    where: { caseId: context.row.id, role: 'townshipClerk', doneAt: null },
    data: { assigneeId: staffId },
  });
  return { summary: { staffIds: [staffId] }, caseChanges: { assigneeId: staffId } };
};

export const assign: Effect = (context) => {
  const { staffId } = inputOf(context, 'assignment');
  return staffId ? toClerk(context, staffId) : toCounty(context);
};
