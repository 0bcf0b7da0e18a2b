import { addMonths, firstDayOf, lastDayOf, monthOf } from '../../../domain/civil-date';
import { pathOf } from '../../../domain/divisions';
import { AppError } from '../../../domain/errors';
import { levelDigits } from '../../../domain/lifecycle/roles';
import { uuidOf } from '../../../store/uuid';
import { freezeAssessment } from '../../assessments/freeze';
import type { Effect, StepContext } from '../../steps/context';
import { confirmationMode, townshipLetter } from '../heads';
import { inputOf } from '../read-input';
import { openingInputOf } from './opening-input';

const targetOf = ({ facts, command }: StepContext): string => facts.matters[command.owner]?.division ?? '';

/** Ends the sight that the asking gave; an office that saw the case before goes on seeing it. */
const hide = async ({ tx, row, on }: StepContext, division: string): Promise<void> => {
  const given = await tx.caseScope.findFirst({
    where: { caseId: row.id, division, validTo: null },
    orderBy: { validFrom: 'desc' },
  });
  if (given) await tx.caseScope.update({ where: { id: given.id }, data: { validTo: on } });
};

/** Nothing changes before the first day of the next month, so that this month is paid by one office. */
export const accept: Effect = async (context) => {
  const from = firstDayOf(monthOf(addMonths(context.on, 1)));
  await context.tx.matter.update({ where: { id: context.command.owner }, data: { division: null } });
  return {
    summary: { on: from },
    detail: `自${from}起由迁入地办理和发放`,
    letter: townshipLetter(
      context,
      'transfer',
      `您家的迁移已由${pathOf(targetOf(context).slice(0, levelDigits.township))}接收,自${from}起由迁入地办理和发放,在此之前仍由本地发放。案件编号不变。`,
    ),
  };
};

const ended =
  (outcome: 'declined' | 'takenBack'): Effect =>
  async (context) => {
    await hide(context, targetOf(context));
    const { reason } = inputOf(context, 'reason');
    return {
      matterOutcome: outcome,
      ...(outcome === 'declined' && {
        letter: townshipLetter(context, 'transfer', `您家的迁移未被迁入地接收,仍由本地办理和发放。理由:${reason}`),
      }),
    };
  };
export const decline = ended('declined');
export const takeBack = ended('takenBack');

/** What the new place pays for the same household; undefined where its standard is not known yet. */
const amountThere = async (there: StepContext): Promise<bigint | undefined> => {
  try {
    return (await freezeAssessment(there, {})).monthlyFen;
  } catch (error) {
    if (error instanceof AppError && error.code === 'parameterUnknown') return undefined;
    throw error;
  }
};

/** The month from which each office pays; the first row says who paid until then. */
const recordPayers = async ({ tx, row, on }: StepContext, division: string): Promise<void> => {
  const known = await tx.caseDivision.count({ where: { caseId: row.id } });
  const first = { caseId: row.id, fromMonth: monthOf(row.decidedOn ?? on), division: row.division };
  const next = { caseId: row.id, fromMonth: monthOf(on), division };
  await tx.caseDivision.createMany({ data: known === 0 && first.fromMonth < next.fromMonth ? [first, next] : [next] });
};

/**
 * The case goes over with its number and history. What is paid stays until a change says otherwise; that change is opened
 * where the new place's rules give another amount. The old office reads on until the end of the month, when the bank's
 * returns of its last payment are in (assumed).
 */
export const moveOver: Effect = async (context) => {
  const { tx, row, on, state, command } = context;
  const { area } = await openingInputOf(context, 'transferRequest');
  const target = targetOf(context);
  const there: StepContext = { ...context, row: { ...row, division: target, area: area ?? row.area } };
  await recordPayers(context, target);
  await tx.caseScope.updateMany({
    where: { caseId: row.id, division: row.division, validTo: null },
    data: { validTo: lastDayOf(monthOf(on)) },
  });
  await tx.household.update({ where: { id: row.householdId }, data: { division: target } });
  const amount = state.stage === 'benefiting' ? await amountThere(there) : row.monthlyFen;
  const opens = amount !== row.monthlyFen && !state.matters.some(({ kind }) => kind === 'change');
  return {
    matterOutcome: 'moved',
    summary: { from: row.division, to: target, on },
    detail: opens ? '迁入地标准不同,转变更重新核算' : '金额不变',
    caseChanges: {
      division: target,
      area: there.row.area,
      assigneeId: null,
      authority: confirmationMode(there) === 'county' ? 'county' : 'township',
    },
    ...(opens && { opens: [{ id: uuidOf(row.id, command.commandId, 'change'), kind: 'change' as const }] }),
  };
};
