import { integerOf, ratioOf } from '../../domain/parameters/read';
import type { Parameters } from '../../domain/parameters/resolve';
import { askClient, type Ask } from '../../store/uplift/ask';
import { placesOf } from '../../store/uplift/population';
import { drawUpliftSample, keepResults, sumCounties } from '../../store/uplift/results';
import {
  lockUplift,
  markBatch,
  moveUplift,
  rulesHashOf,
  withoutStatementLimit,
  type UpliftRunRow,
} from '../../store/uplift/run';
import type { StepDeps } from '../steps/apply-step';
import type { ReckonSlice, Slice } from './slice';

const SLICE = 500;
/** As many as keep every core busy; small enough that nobody who wants the run itself waits long. */
const SLICES = 8;

const begin = async (ask: Ask, run: UpliftRunRow, parameters: Parameters): Promise<void> => {
  await ask(
    `update uplift_run set rules_hash = $2, total = (select count(*) from "case"
       where stage = 'benefiting' and division >= $3 and division < $3 || ':') where id = $1::uuid`,
    [run.id, rulesHashOf(parameters, run.division, run.effectiveFrom), run.division],
  );
};

const finish = async (ask: Ask, run: UpliftRunRow, parameters: Parameters): Promise<void> => {
  const place = { on: run.effectiveFrom, division: run.division };
  await sumCounties(ask, run.id);
  const rate = ratioOf(parameters.get('uplift.sampleRate', place));
  await drawUpliftSample(ask, run, rate, integerOf(parameters.get('uplift.sampleMost', place)));
  await moveUplift(ask, run.id, 'reviewing');
};

const sliced = (found: readonly { readonly caseId: string }[]): string[][] =>
  Array.from({ length: Math.ceil(found.length / SLICE) }, (_, slice) =>
    found.slice(slice * SLICE, (slice + 1) * SLICE).map(({ caseId }) => caseId),
  );

/** Slices are reckoned side by side and kept in their order. */
const reckonAll = async (
  ask: Ask,
  runId: string,
  slices: readonly Slice[],
  reckonSlice: ReckonSlice,
): Promise<void> => {
  const begun = slices.map(reckonSlice);
  try {
    for (const reckoned of begun) await keepResults(ask, runId, await reckoned);
  } finally {
    await Promise.allSettled(begun);
  }
};

/** Threads take longer to start than a slice takes here. */
interface Reckoners {
  readonly here: ReckonSlice;
  readonly aside: ReckonSlice;
}

/**
 * One page of a dry run in one transaction: cases in benefit first, then households that were marginal. Answers whether
 * there is more. Nothing of a case is touched.
 */
export const reckonBatch = async (
  { store, rulebook }: StepDeps,
  { here, aside }: Reckoners,
  runId: string,
  at: Date,
): Promise<boolean> => {
  const parameters = await store.prisma.$transaction((tx) => rulebook.parameters(tx));
  return store.withScopedClient(undefined, async (client) => {
    await withoutStatementLimit(client);
    const ask = askClient(client);
    const run = await lockUplift(ask, runId);
    if (run?.state !== 'reckoning') return false;
    if (run.rulesHash === '') await begin(ask, run, parameters);
    const { phase: population, division, effectiveFrom: on } = run;
    const after = { division: run.afterDivision, caseId: run.afterCase };
    const found = await placesOf(ask, population, { division, after, limit: SLICE * SLICES });
    const slices = sliced(found).map((caseIds) => ({ population, on, caseIds }));
    await reckonAll(ask, runId, slices, slices.length > 1 ? aside : here);
    await markBatch(ask, runId, 'reckon', at, found.length);
    const last = found.length < SLICE * SLICES ? undefined : found.at(-1);
    const marginal = population === 'marginal';
    await ask(
      `update uplift_run set reckoned = reckoned + $2::int, after_division = $3, after_case = $4::uuid, phase = $5 where id = $1::uuid`,
      [runId, marginal ? 0 : found.length, last?.division ?? '', last?.caseId ?? null, last ? population : 'marginal'],
    );
    if (marginal && !last) await finish(ask, run, parameters);
    return !marginal || last !== undefined;
  });
};
