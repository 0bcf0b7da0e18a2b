import type { RunState } from '../../domain/payments/run';
import type { Sql } from '../sql';

export interface RunRow {
  readonly id: string;
  readonly county: string;
  readonly programme: string;
  readonly month: string;
  readonly kind: string;
  readonly seq: number;
  readonly state: RunState;
  readonly version: number;
  readonly openedOn: string;
  readonly payBy: string | null;
  readonly format: string;
  readonly lines: number;
  readonly fen: string;
  readonly lateSince: string | null;
  /** When every waiting line was last looked at. */
  readonly lookedAt: Date | null;
  /** What a subsidy is paid for: the start or the plan. */
  readonly occasionId: string | null;
}

/** The run, held until the transaction ends: one step of a run at a time. */
export const lockRun = async (client: Sql, runId: string): Promise<RunRow | undefined> => {
  const { rows } = await client.query<RunRow>(
    `select id, county, programme, month, kind, seq, state, version, opened_on as "openedOn", pay_by as "payBy", format, lines, fen,
       late_since as "lateSince", looked_at as "lookedAt", occasion_id as "occasionId"
     from payment_run where id = $1::uuid for update`,
    [runId],
  );
  return rows[0];
};

export interface RunEventDraft {
  readonly action: string;
  readonly at: Date;
  readonly role: string;
  readonly actorId?: string;
  readonly township?: string;
  readonly note?: string;
}

/** Goes to `state` (or stays) and writes what happened; `version` rises with the state alone. */
export const recordEvent = async (
  client: Sql,
  run: RunRow,
  state: RunState,
  { action, at, role, actorId, township, note }: RunEventDraft,
): Promise<void> => {
  if (state !== run.state)
    await client.query(
      `update payment_run set state = $2, version = version + 1, settled_at = case when $2 = 'settled' then $3::timestamptz else settled_at end
       where id = $1::uuid`,
      [run.id, state, at],
    );
  await client.query(
    `insert into payment_run_event (run_id, sequence, at, action, state, township, actor_id, role, note)
     select $1::uuid, coalesce(max(sequence), 0) + 1, $2::timestamptz, $3, $4, $5, $6::uuid, $7, $8
     from payment_run_event where run_id = $1::uuid`,
    [run.id, at, action, state, township ?? null, actorId ?? null, role, note ?? null],
  );
};

/** Tells open desks that something of the run changed, where no event says so. */
export const tellOfRun = async (client: Sql, runId: string): Promise<void> => {
  await client.query(
    `select pg_notify('doudi_changes', json_build_object('topic', 'payment', 'id', id, 'offices', offices_of_run(id, county))::text)
     from payment_run where id = $1::uuid`,
    [runId],
  );
};

/** Asks the engine to look at the run; the sweeper hands it over, after a crash too. */
export const wakeRun = async (client: Sql, runId: string): Promise<void> => {
  await client.query(
    `insert into outbox (kind, payload) values ('payment-run', jsonb_build_object('runId', $1::text))`,
    [runId],
  );
};
