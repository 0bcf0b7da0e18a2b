import { AppError } from '../../domain/errors';
import { upliftActions, type UpliftAction, type UpliftState } from '../../domain/uplift/run';
import type { UpliftRun } from '../../generated/prisma/client';
import { requireWithin } from '../actor';
import { actorOf, type Context } from '../context';
import type { Tx } from '../deps';

/** @throws AppError notFound */
export const upliftOf = async (tx: Tx, runId: string): Promise<UpliftRun> => {
  const run = await tx.upliftRun.findUnique({ where: { id: runId } });
  if (!run) throw new AppError('notFound', '没有这次提标,或者不在您的管辖范围内');
  return run;
};

/** The run held for a person's step. @throws AppError notFound, forbidden, actionNotAllowed */
export const heldUplift = async (context: Context, tx: Tx, runId: string, action: UpliftAction): Promise<UpliftRun> => {
  await tx.$queryRaw`select 1 from uplift_run where id = ${runId}::uuid for update`;
  const run = await upliftOf(tx, runId);
  requireWithin(actorOf(context), run.division);
  const { from, label } = upliftActions[action];
  if (!(from as readonly UpliftState[]).includes(run.state as UpliftState))
    throw new AppError('actionNotAllowed', `这次提标现在不能“${label}”,请刷新后查看`);
  return run;
};
