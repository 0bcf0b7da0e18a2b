import type { Answerer } from '../../domain/assess';
import { integerOf, ratioOf } from '../../domain/parameters/read';
import type { Parameters } from '../../domain/parameters/resolve';
import { askClient, type Ask } from '../../store/uplift/ask';
import { benefitingPage, marginalPage } from '../../store/uplift/population';
import { reckon } from '../../store/uplift/reckon';
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

/** Small enough that nobody in this process waits long behind a page. */
const PAGE = 1_000;

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

/**
 * One page of a dry run in one transaction: cases in benefit first, then households that were marginal. Answers whether
 * there is more. Nothing of a case is touched.
 */
export const reckonBatch = async (
  { store, rulebook }: StepDeps,
  answererOf: (parameters: Parameters) => Answerer,
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
    const marginal = run.phase === 'marginal';
    const after = { division: run.afterDivision, caseId: run.afterCase };
    const span = { division: run.division, after, limit: PAGE };
    const found = await (marginal ? marginalPage : benefitingPage)(ask, span);
    const reckoner = { ask, cipher: store.cipher, answer: answererOf(parameters), on: run.effectiveFrom };
    await keepResults(ask, runId, await reckon(reckoner, found, marginal));
    await markBatch(ask, runId, 'reckon', at, found.length);
    const last = found.at(-1);
    const over = found.length < PAGE;
    await ask(
      `update uplift_run set reckoned = reckoned + $2::int, after_division = $3, after_case = $4::uuid, phase = $5 where id = $1::uuid`,
      [
        runId,
        marginal ? 0 : found.length,
        over ? '' : (last?.division ?? ''),
        over ? null : (last?.caseId ?? null),
        over ? 'marginal' : run.phase,
      ],
    );
    if (over && marginal) await finish(ask, run, parameters);
    return !(over && marginal);
  });
};
