import { addMonths } from '../../../domain/civil-date';
import { AppError } from '../../../domain/errors';
import { matters, type MatterKind } from '../../../domain/lifecycle/matters';
import type { Effect, StepContext } from '../../steps/context';
import { happened, inputOf, ofCase } from '../read-input';
import { openEmergency } from './openings/emergency';
import { oneForPerson } from './one-for-person';
import type { Opening } from './openings/opening';
import { openReconsideration } from './openings/reconsideration';
import { openSampleCheck } from './openings/sample-check';
import { openTransfer } from './openings/transfer';
import { openWorkRefusal } from './openings/work-refusal';

const LATE_MONTHS = 3;

const reportDeath = async (context: StepContext, id: string): Promise<Opening> => {
  const { personId, diedOn } = inputOf(context, 'deathReport');
  ofCase(context, 'personId', [personId]);
  happened(context, 'diedOn', diedOn);
  await oneForPerson(context, 'death', personId, '该成员已有未办结的死亡报告');
  return { matter: { id, kind: 'death', personId, starts: [{ kind: 'deathProcessing', from: diedOn }] } };
};

/** A major change told more than three months late can bring criticism (通知 2022-10-20 五(五)); the file notes it. */
const lateNote = (context: StepContext): string =>
  addMonths(inputOf(context, 'changeReport').happenedOn, LATE_MONTHS) < context.on ? '变化发生已超过3个月' : '';

const opening: Readonly<Record<MatterKind, (context: StepContext, id: string) => Opening | Promise<Opening>>> = {
  recheck: (_context, id) => ({ matter: { id, kind: 'recheck' } }),
  change: (context, id) => {
    happened(context, 'happenedOn', inputOf(context, 'changeReport').happenedOn);
    return { matter: { id, kind: 'change' }, detail: lateNote(context) };
  },
  death: reportDeath,
  complaint: (context, id) => ({
    matter: {
      id,
      kind: 'complaint',
      starts: [{ kind: 'complaint', variant: inputOf(context, 'complaintReport').class }],
    },
  }),
  transfer: openTransfer,
  workRefusal: openWorkRefusal,
  reconsideration: openReconsideration,
  emergency: openEmergency,
  sampleCheck: openSampleCheck,
};

export const openMatter: Effect = async (context) => {
  const { matter } = context.command;
  if (!matter || !(matter.kind in matters)) throw new AppError('matterNotAllowed', '没有这种事项');
  const { matter: opened, ...told } = await opening[matter.kind as MatterKind](context, matter.id);
  return { ...told, opens: [opened] };
};
