import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { CivilDate } from '../../domain/civil-date';
import type { Parameters } from '../../domain/parameters/resolve';
import type { UpliftState } from '../../domain/uplift/run';
import { canonicalJson } from '../crypto';
import type { Population } from './population';
import type { Ask } from './ask';

export interface UpliftRunRow {
  readonly id: string;
  readonly division: string;
  readonly effectiveFrom: CivilDate;
  readonly state: UpliftState;
  readonly rulesHash: string;
  readonly seed: string;
  readonly afterDivision: string;
  readonly afterCase: string | null;
  readonly phase: Population;
}

/** The run, held until the transaction ends: one batch of a run at a time. */
export const lockUplift = async (ask: Ask, runId: string): Promise<UpliftRunRow | undefined> =>
  (
    await ask<UpliftRunRow>(
      `select id, division, effective_from as "effectiveFrom", state, rules_hash as "rulesHash", seed,
         after_division as "afterDivision", after_case as "afterCase", phase
       from uplift_run where id = $1::uuid for update`,
      [runId],
    )
  )[0];

/** Goes to another state; `note` says why where people would ask. */
export const moveUplift = (ask: Ask, runId: string, state: UpliftState, note: string | null = null): Promise<unknown> =>
  ask(
    `update uplift_run set state = $2, version = version + 1, note = $3,
       done_at = case when $2 = 'done' then now() else done_at end,
       begun_at = case when $2 = 'applying' then coalesce(begun_at, now()) else begun_at end
     where id = $1::uuid`,
    [runId, state, note],
  );

export const markBatch = (ask: Ask, runId: string, step: string, at: Date, cases: number): Promise<unknown> =>
  ask(
    `insert into uplift_batch (run_id, step, number, done_at, cases)
     select $1::uuid, $2, coalesce(max(number), 0) + 1, $3::timestamptz, $4::int from uplift_batch where run_id = $1::uuid and step = $2`,
    [runId, step, at, cases],
  );

/** Asks the engine to look at the run; the sweeper hands it over, after a crash too. */
export const wakeUplift = (ask: Ask, runId: string): Promise<unknown> =>
  ask(`insert into outbox (kind, payload) values ('uplift', jsonb_build_object('runId', $1::text))`, [runId]);

/** The rules by which the amounts of those in benefit are reckoned. */
const reckonedBy = ['dibao.', 'tekun.standard.'] as const;

/** Changes whenever a rule that holds in the place on the day does: what was checked must be what is applied. */
export const rulesHashOf = (parameters: Parameters, division: string, on: CivilDate): string => {
  const held = parameters.all
    .filter(({ id }) => reckonedBy.some((start) => id.startsWith(start)))
    .flatMap(({ id, values }) =>
      values
        .filter((value) => value.division.startsWith(division) || division.startsWith(value.division))
        .filter(({ from, to }) => from <= on && (to === undefined || on <= to))
        .map(({ division: place, category, from, value }) => ({ id, place, category, from, value })),
    );
  return createHash('sha256').update(canonicalJson(held)).digest('hex');
};

/** A whole population takes as long as it takes; the activity's own limit ends it. */
export const withoutStatementLimit = (client: PoolClient): Promise<unknown> =>
  client.query('set local statement_timeout = 0');
