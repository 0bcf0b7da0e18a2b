import {
  runProblem,
  runTarget,
  townshipOf,
  type RunAct,
  type RunActor,
  type RunFacts,
  type RunInput,
} from '../../domain/payments/act';
import type { RunAction, RunState } from '../../domain/payments/run';
import { AppError } from '../../domain/errors';
import type { Sql } from '../sql';
import { waitForLocks } from '../lock-wait';
import { lockRun, recordEvent, wakeRun, type RunRow } from './history';

/** What people did since the list was last drawn, and which townships have confirmed it. */
export const runFacts = async (
  client: Sql,
  run: Pick<RunRow, 'id' | 'county' | 'state' | 'version'>,
): Promise<RunFacts> => {
  const { rows: acts } = await client.query<RunAct & { action: string; actorId: string }>(
    `select action, actor_id as "actorId" from payment_run_event where run_id = $1::uuid and actor_id is not null
       and sequence > coalesce((select max(sequence) from payment_run_event where run_id = $1::uuid and action = 'draw'), 0)
     order by sequence`,
    [run.id],
  );
  const { rows: townships } = await client.query<{ township: string; confirmed: boolean }>(
    `select township, confirmed_at is not null as confirmed from payment_township where run_id = $1::uuid order by township`,
    [run.id],
  );
  const { county, state, version } = run;
  return { county, state, version, acts, townships };
};

const confirmTownship = async (
  client: Sql,
  runId: string,
  township: string,
  actorId: string,
  at: Date,
): Promise<void> => {
  await client.query(
    `update payment_township set confirmed_by = $3::uuid, confirmed_at = $4::timestamptz where run_id = $1::uuid and township = $2`,
    [runId, township, actorId, at],
  );
};

/** Whether nothing is left to confirm, also in townships that the actor does not see. */
const allConfirmed = async (client: Sql, runId: string): Promise<boolean> => {
  const { rows } = await client.query<{ all: boolean }>('select all_confirmed($1::uuid) as "all"', [runId]);
  return rows[0]!.all;
};

/** A list that goes back to the townships is confirmed anew: by all, or by the one that is named. */
const reopenTownships = async (client: Sql, runId: string, township: string | undefined): Promise<void> => {
  await client.query(
    `update payment_township set confirmed_by = null, confirmed_at = null
     where run_id = $1::uuid and ($2::text is null or township = $2)`,
    [runId, township ?? null],
  );
};

export interface RunActed {
  readonly state: RunState;
  readonly version: number;
}

/**
 * A person's step of a run, in the caller's transaction: checked against role, division, station, version and the hands
 * the run has been in, written with its event, and handed to the engine. What a cancelled run held is given up by the
 * run's own next step.
 * @throws AppError notFound, forbidden, versionStale, actionNotAllowed, invalidInput
 */
export const takeRunAction = async (
  client: Sql,
  runId: string,
  action: RunAction,
  actor: RunActor,
  input: RunInput,
  at: Date,
): Promise<RunActed> => {
  await waitForLocks(client);
  const run = await lockRun(client, runId);
  if (!run) throw new AppError('notFound', '没有找到这一批发放;请从发放列表进入');
  const facts = await runFacts(client, run);
  const problem = runProblem(facts, action, actor, input);
  if (problem) {
    const { code, says, field } = problem;
    throw new AppError(code, says, field ? { fields: [{ path: field, message: says }] } : {});
  }
  const township = action === 'confirm' ? townshipOf(actor, input) : input.township;
  const state = runTarget(facts, action, input);
  if (action === 'confirm' && township) await confirmTownship(client, runId, township, actor.staffId, at);
  if (action === 'returnTo' && state === 'confirming') await reopenTownships(client, runId, township);
  await recordEvent(client, run, state, {
    action,
    at,
    role: actor.role,
    actorId: actor.staffId,
    ...(township && { township }),
    ...(input.note && { note: input.note }),
  });
  if (action !== 'confirm' || (await allConfirmed(client, runId))) await wakeRun(client, runId);
  return { state, version: run.version + (state === run.state ? 0 : 1) };
};
