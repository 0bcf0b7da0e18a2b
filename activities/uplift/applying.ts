import type { Answerer } from '../../domain/assess';
import { civilDateAt } from '../../domain/civil-date';
import { askTx, type Ask } from '../../store/uplift/ask';
import { stragglers } from '../../store/uplift/population';
import { reckon, type Reckoned } from '../../store/uplift/reckon';
import { keepResults } from '../../store/uplift/results';
import { lockUplift, markBatch, moveUplift, type UpliftRunRow } from '../../store/uplift/run';
import type { StepDeps } from '../steps/apply-step';
import type { Tx } from '../steps/context';
import type { AnswererOf } from './answerer';
import { applyOne, type Applied, type HeldCase } from './apply-one';

/** So few that an officer whose case is among them waits a quarter of a second. */
const BATCH = 10;
const STRAGGLERS = 500;
const TIMEOUT_MS = 60_000;

/** How a batch ended: `busy` = all that is left is in other hands just now. */
export type BatchEnd = 'more' | 'busy' | 'over';

interface Batch {
  readonly deps: StepDeps;
  readonly tx: Tx;
  readonly ask: Ask;
  readonly run: UpliftRunRow;
  readonly answer: Answerer;
  readonly at: number;
}

const reckonNow = ({ deps, ask, answer, at }: Batch, caseIds: readonly string[]): Promise<readonly Reckoned[]> =>
  reckon({ ask, cipher: deps.store.cipher, answer, on: civilDateAt(at) }, 'benefiting', caseIds);

/** Cases not held by anybody else; who is at one now is not disturbed, the case comes later. */
const takeCases = async (
  ask: Ask,
  runId: string,
): Promise<{ readonly waits: boolean; readonly held: readonly HeldCase[] }> => {
  const waiting = await ask<{ id: string }>(
    `select case_id as id from uplift_result where run_id = $1::uuid and state = 'reckoned' and class <> 'new' order by case_id limit $2::int`,
    [runId, 5 * BATCH],
  );
  const held = await ask<HeldCase>(
    `select id, division, snapshot from "case" where id = any ($1::uuid[]) order by id limit $2::int for update skip locked`,
    [waiting.map(({ id }) => id), BATCH],
  );
  return { waits: waiting.length > 0, held };
};

const keepOutcome = ({ tx, run, at }: Batch, caseId: string, one: Reckoned | undefined, outcome: Applied) =>
  tx.upliftResult.update({
    where: { runId_caseId: { runId: run.id, caseId } },
    data: {
      state: outcome.state,
      appliedAt: new Date(at),
      ...(one && { appliedClass: one.class }),
      ...(one && outcome.state === 'applied' && { appliedFen: one.newFen }),
      ...(outcome.reason && { reason: outcome.reason }),
    },
    select: { caseId: true },
  });

const count = (ask: Ask, runId: string, states: readonly Applied['state'][], fen: bigint): Promise<unknown> => {
  const of = (state: Applied['state']): number => states.filter((one) => one === state).length;
  return ask(
    `update uplift_run set applied = applied + $2::int, kept = kept + $3::int, opened = opened + $4::int, failed = failed + $5::int,
       applied_fen = applied_fen + $6::bigint where id = $1::uuid`,
    [runId, of('applied'), of('kept'), of('opened'), of('failed'), `${fen}`],
  );
};

/** Households that the new line takes in are handed to their townships, once. */
const handOverLeads = (ask: Ask, runId: string, at: number): Promise<unknown> =>
  ask(
    `with led as (update uplift_result set state = 'lead', applied_at = $2::timestamptz
       where run_id = $1::uuid and class = 'new' and state = 'reckoned' returning case_id, division, new_fen)
     insert into uplift_lead (run_id, case_id, division, fen, created_at)
     select $1::uuid, case_id, division, new_fen, $2::timestamptz from led on conflict do nothing`,
    [runId, new Date(at)],
  );

/** What came into benefit since the dry run and was decided by the old standards. */
const addStragglers = async (batch: Batch): Promise<boolean> => {
  const { ask, run } = batch;
  const asked = { runId: run.id, division: run.division, before: run.effectiveFrom, limit: STRAGGLERS };
  const late = await stragglers(ask, asked);
  if (late.length > 0) await keepResults(ask, run.id, await reckonNow(batch, late));
  return late.length > 0;
};

const endOrGoOn = async (batch: Batch): Promise<BatchEnd> => {
  if (await addStragglers(batch)) return 'more';
  await handOverLeads(batch.ask, batch.run.id, batch.at);
  await moveUplift(batch.ask, batch.run.id, 'done');
  return 'over';
};

const applyCases = async (batch: Batch, held: readonly HeldCase[]): Promise<void> => {
  const { ask, run, at } = batch;
  const reckoned = new Map(
    (
      await reckonNow(
        batch,
        held.map(({ id }) => id),
      )
    ).map((one) => [one.caseId, one]),
  );
  const states: Applied['state'][] = [];
  let fen = 0n;
  for (const one of held) {
    const found = reckoned.get(one.id);
    const outcome = await applyOne(batch, one, found);
    await keepOutcome(batch, one.id, found, outcome);
    states.push(outcome.state);
    if (found && outcome.state === 'applied') fen += found.newFen - found.oldFen;
  }
  await count(ask, run.id, states, fen);
  await markBatch(ask, run.id, 'apply', new Date(at), held.length);
};

/** One batch of an approved uplift in one transaction, with its done-marker inside: killed or repeated, it happens once. */
export const applyBatch = (deps: StepDeps, answererOf: AnswererOf, runId: string, at: number): Promise<BatchEnd> =>
  deps.store.prisma.$transaction(
    async (tx): Promise<BatchEnd> => {
      const ask = askTx(tx);
      const run = await lockUplift(ask, runId);
      if (run?.state !== 'applying') return 'over';
      const answer = answererOf(await deps.rulebook.parameters(tx));
      const batch = { deps, tx, ask, run, answer, at };
      const { waits, held } = await takeCases(ask, runId);
      if (held.length === 0) return waits ? 'busy' : endOrGoOn(batch);
      await applyCases(batch, held);
      return 'more';
    },
    { maxWait: 5_000, timeout: TIMEOUT_MS },
  );
