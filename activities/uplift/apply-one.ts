import { monthOf } from '../../domain/civil-date';
import { AppError } from '../../domain/errors';
import type { Command } from '../../domain/lifecycle/command';
import { sayYuan } from '../../domain/money';
import { needsProcedure, upliftClasses } from '../../domain/uplift/classes';
import type { Reckoned } from '../../store/uplift/reckon';
import type { UpliftRunRow } from '../../store/uplift/run';
import { upliftCommandId } from '../../store/uplift/ids';
import { uuidOf } from '../../store/uuid';
import { openBySystem } from '../open-by-system';
import { takeQuietStep, type StepDeps } from '../steps/apply-step';
import type { Tx } from '../steps/context';
import { raise } from './effect';

/** What became of a case of a run. */
export interface Applied {
  readonly state: 'applied' | 'kept' | 'opened' | 'failed';
  readonly reason?: string;
}

export interface HeldCase {
  readonly id: string;
  readonly division: string;
  readonly snapshot: object;
}

interface Applying {
  readonly deps: StepDeps;
  readonly tx: Tx;
  readonly run: UpliftRunRow;
  readonly at: number;
}

const increase = async (applying: Applying, held: HeldCase, one: Reckoned): Promise<Applied> => {
  const { deps, tx, run, at } = applying;
  const command: Command = {
    commandId: upliftCommandId(run.id, held.id),
    action: 'recordUplift',
    owner: 'stage',
    actor: { id: null, role: 'system', division: held.division },
    inputHash: '',
    at,
  };
  const month = monthOf(run.effectiveFrom);
  const fromMonth = one.fromMonth && one.fromMonth > month ? one.fromMonth : month;
  await takeQuietStep(deps, tx, held as Parameters<typeof takeQuietStep>[2], command, raise({ ...one, fromMonth }));
  return { state: 'applied' };
};

/** Never less money by a run: the office hears of it, and the household has its say in the change. */
const toProcedure = async ({ deps, tx, run }: Applying, held: HeldCase, one: Reckoned): Promise<Applied> => {
  const { label } = upliftClasses[one.class];
  const description = `自${run.effectiveFrom}起按新标准核算为每月${sayYuan(one.newFen)}(现每月${sayYuan(one.oldFen)},${label});减发、停发须核实后按变更程序办理,并书面告知理由`;
  await openBySystem(tx, deps.store.cipher, {
    caseId: held.id,
    division: held.division,
    commandId: uuidOf(run.id, held.id, 'uplift-change'),
    kind: 'change',
    inputKind: 'changeReport',
    content: { what: 'other', happenedOn: run.effectiveFrom, description, reportedBy: 'alert' },
  });
  return { state: 'opened' };
};

const outcomeOf = (applying: Applying, held: HeldCase, one: Reckoned): Promise<Applied> => {
  if (one.class === 'gain') return increase(applying, held, one);
  if (needsProcedure.includes(one.class)) return toProcedure(applying, held, one);
  return Promise.resolve(
    one.class === 'same' ? { state: 'kept' } : { state: 'failed', ...(one.reason && { reason: one.reason }) },
  );
};

/** One case alone: what the rules refuse is told with its reason and undone, and holds nobody else up. */
export const applyOne = async (applying: Applying, held: HeldCase, one: Reckoned | undefined): Promise<Applied> => {
  if (!one) return { state: 'kept', reason: '已不在保障中' };
  await applying.tx.$executeRaw`savepoint one_case`;
  try {
    return await outcomeOf(applying, held, one);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await applying.tx.$executeRaw`rollback to savepoint one_case`;
    return { state: 'failed', reason: error.message };
  }
};
