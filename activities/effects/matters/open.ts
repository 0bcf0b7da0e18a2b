import { addMonths } from '../../../domain/civil-date';
import { AppError } from '../../../domain/errors';
import { matters, type MatterKind } from '../../../domain/lifecycle/matters';
import type { Effect, OpenedMatter, StepContext } from '../../steps/context';
import { happened, inputOf, ofCase } from '../read-input';

const LATE_MONTHS = 3;

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

/** A major change told more than three months late can bring criticism (通知 2022-10-20 五(五)); the file notes it. */
const lateNote = (context: StepContext, kind: string): string =>
  kind === 'change' && addMonths(inputOf(context, 'changeReport').happenedOn, LATE_MONTHS) < context.on
    ? '变化发生已超过3个月'
    : '';

export const openMatter: Effect = async (context) => {
  const { matter } = context.command;
  if (!matter || !(matter.kind in matters)) throw new AppError('matterNotAllowed', '没有这种事项');
  return {
    detail: lateNote(context, matter.kind),
    opens: [await opening[matter.kind as MatterKind](context, matter.id)],
  };
};
