import { sayMonth } from '../../domain/civil-date';
import type { Prisma } from '../../generated/prisma/client';
import { sayYuan } from '../../domain/money';
import { tableOf } from '../../domain/lifecycle/programmes';
import { applyPatch, initialState, type Patch } from '../../domain/lifecycle/state';
import { uuidOf } from '../../store/uuid';
import { recheckStart } from '../recheck';
import { startLimit } from '../steps/limits';
import { deadlineData } from '../steps/write-deadlines';
import type { Entitled } from './benefit';
import type { Household } from './household';
import type { ImportDay } from './rows';

const STAGE = 'benefiting';

interface Beginning {
  readonly caseId: string;
  readonly commandId: string;
  readonly division: string;
  readonly day: ImportDay;
  readonly household: Household;
  readonly judged: Entitled;
  readonly recheck: 'yearly' | 'halfYearly';
  readonly decisionId: string;
  readonly inputId: string;
  readonly assessmentId?: string;
}

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/** The first and only step of an import: event, snapshot and re-check limit, made by the code of every other step. */
export const stateRows = ({
  caseId,
  commandId,
  division,
  day,
  household,
  judged,
  recheck,
  decisionId,
  inputId,
  assessmentId,
}: Beginning) => {
  const { at, on, rules } = day;
  const { programme } = household.application;
  const from = household.checkedOn ?? on;
  const rule = tableOf(programme)[STAGE]?.limits.recheck;
  const limit = startLimit(
    { rulebook: rules, at, on, row: { id: caseId, division }, command: { commandId } },
    'stage',
    rule,
    { ...recheckStart({ recheck }), from },
  );
  const patch: Patch = { bump: ['stage'], stage: STAGE, alarms: limit.alarms };
  const state = applyPatch(initialState(caseId, programme, division, 'engine'), patch);
  const { ruralClass } = household.benefit;
  const summary = { decisionId, on, ...(assessmentId && { assessmentId }), ...(ruralClass && { ruralClass }) };
  return {
    case: {
      stage: state.stage,
      stageVersion: state.stageVersion,
      sequence: state.sequence,
      clock: state.clock,
      snapshot: json(state),
      stageSince: new Date(at),
      nextDueAt: limit.limit ? new Date(limit.limit.dueAt) : null,
    },
    deadline: { ...deadlineData(limit), id: limit.id, caseId },
    event: {
      id: uuidOf(caseId, commandId, 'event'),
      caseId,
      sequence: state.sequence,
      epoch: state.epoch,
      commandId,
      action: 'imported',
      owner: 'stage',
      stage: 'draft',
      actorId: null,
      actorRole: 'system',
      actorDivision: division,
      at: new Date(at),
      inputId,
      inputHash: household.hash,
      summary: json(summary),
      patch: json(patch),
      sentence: `系统导入在享数据,自${sayMonth(judged.fromMonth)}起每月${sayYuan(judged.monthlyFen)},转入“${tableOf(programme)[STAGE]?.label ?? STAGE}”`,
    },
  };
};
