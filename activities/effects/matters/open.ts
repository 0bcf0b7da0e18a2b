import { AppError } from '../../../domain/errors';
import { matters, type MatterKind } from '../../../domain/lifecycle/matters';
import type { Effect, OpenedMatter, StepContext } from '../../steps/context';
import { happened, inputOf, ofCase } from '../read-input';

const reportDeath = async (context: StepContext, id: string): Promise<OpenedMatter> => {
  const { personId, diedOn } = inputOf(context, 'deathReport');
  ofCase(context, 'personId', [personId]);
  happened(context, 'diedOn', diedOn);
  const open = await context.tx.matter.count({
    where: { caseId: context.row.id, kind: 'death', personId, closedAt: null },
  });
  if (open > 0) throw new AppError('matterNotAllowed', '该成员已有未办结的死亡报告');
  return { id, kind: 'death', personId, starts: [{ kind: 'deathProcessing', from: diedOn }] };
};

const opening: Readonly<
  Record<MatterKind, (context: StepContext, id: string) => OpenedMatter | Promise<OpenedMatter>>
> = {
  recheck: (_context, id) => ({ id, kind: 'recheck' }),
  change: (context, id) => {
    happened(context, 'happenedOn', inputOf(context, 'changeReport').happenedOn);
    return { id, kind: 'change' };
  },
  death: reportDeath,
  complaint: (context, id) => ({
    id,
    kind: 'complaint',
    starts: [{ kind: 'complaint', variant: inputOf(context, 'complaintReport').class }],
  }),
};

export const openMatter: Effect = async (context) => {
  const { matter } = context.command;
  if (!matter || !(matter.kind in matters)) throw new AppError('matterNotAllowed', '没有这种事项');
  return { opens: [await opening[matter.kind as MatterKind](context, matter.id)] };
};
