import type { Decision } from '../generated/prisma/client';
import {
  addMonthsToMonth,
  firstDayOf,
  lastDayOf,
  monthOf,
  type CivilDate,
  type CivilMonth,
} from '../domain/civil-date';
import { AppError } from '../domain/errors';
import type { Calendar } from '../domain/calendar';
import { levelDigits } from '../domain/lifecycle/roles';
import { ratioOf } from '../domain/parameters/read';
import { drawSample } from '../domain/sampling';
import { uuidOf } from '../store/uuid';
import { openBySystem } from './open-by-system';
import type { StepContext, Tx } from './steps/context';
import type { StepDeps } from './steps/apply-step';

/** Supervision, not law: where the calendar is not published, the month's first day will do. */
const firstWorkingDay = (calendar: Calendar, month: CivilMonth, county: string): CivilDate => {
  try {
    return calendar.nextWorkingDay(firstDayOf(month), county).date;
  } catch (error) {
    if (error instanceof AppError && error.code === 'calendarUnpublished') return firstDayOf(month);
    throw error;
  }
};

interface Draw {
  readonly county: string;
  readonly month: CivilMonth;
  readonly date: CivilDate;
}

type Drawn = Draw & {
  readonly decision: Decision;
  readonly seed: string;
  readonly rank: number;
  readonly population: number;
};

const askEngine = async (tx: Tx, cipher: StepContext['cipher'], drawn: Drawn): Promise<void> => {
  const { decision, month, seed, rank, population, county, date } = drawn;
  const { caseId, division } = decision;
  const commandId = uuidOf(caseId, 'sampleCheck', month);
  const content = { month, seed, rank, population };
  const asked = { caseId, division, commandId, kind: 'sampleCheck', inputKind: 'sampleDraw', content } as const;
  const matterId = await openBySystem(tx, cipher, asked);
  await tx.confirmationSample.create({
    data: {
      id: uuidOf(commandId, 'sample'),
      ...{ county, month, caseId, matterId, seed, rank, population },
      decisionId: decision.id,
      drawnOn: date,
    },
  });
};

const drawCounty = async (
  { store, rulebook }: StepDeps,
  tx: Tx,
  draw: Draw,
  decisions: readonly Decision[],
): Promise<void> => {
  const { county, month, date } = draw;
  if (firstWorkingDay(await rulebook.calendar(tx), monthOf(date), county) > date) return;
  if ((await tx.confirmationSample.count({ where: { county, month } })) > 0) return;
  const parameters = await rulebook.parameters(tx);
  const rate = ratioOf(parameters.get('dibao.confirmationSample.rate', { on: lastDayOf(month), division: county }));
  const seed = `${county}/${month}`;
  const byCase = new Map(decisions.map((decision) => [decision.caseId, decision]));
  for (const { id, rank } of drawSample([...byCase.keys()], seed, rate))
    await askEngine(tx, store.cipher, { ...draw, decision: byCase.get(id)!, seed, rank, population: byCase.size });
};

/**
 * What townships confirmed under delegation last month, county by county, from the month's first working day on. Drawn
 * once; the seed is county and month, so that anybody can draw it again.
 */
export const drawConfirmations = async (deps: StepDeps, date: CivilDate): Promise<void> => {
  const month = addMonthsToMonth(monthOf(date), -1);
  const decisions = await deps.store.prisma.decision.findMany({
    where: { kind: 'confirm', authority: 'township', decidedOn: { gte: firstDayOf(month), lte: lastDayOf(month) } },
    orderBy: [{ decidedOn: 'asc' }, { id: 'asc' }],
  });
  const countyOf = ({ division }: Decision): string => division.slice(0, levelDigits.county);
  for (const county of new Set(decisions.map(countyOf))) {
    const own = decisions.filter((decision) => countyOf(decision) === county);
    await deps.store.prisma.$transaction((tx) => drawCounty(deps, tx, { county, month, date }, own));
  }
};
