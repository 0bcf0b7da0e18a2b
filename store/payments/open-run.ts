import type { CivilDate, CivilMonth } from '../../domain/civil-date';
import { runStates, type RunKind, type RunState } from '../../domain/payments/run';
import type { Sql } from '../sql';
import { wakeRun } from './history';

export interface NewRun {
  readonly id: string;
  readonly county: string;
  readonly programme: string;
  readonly month: CivilMonth;
  readonly kind: RunKind;
  readonly openedOn: CivilDate;
  readonly openedBy?: string;
  readonly payBy?: CivilDate;
  readonly format: string;
  readonly occasionId?: string;
  /** Not beside another of its kind and month that is still being worked on. */
  readonly alone?: boolean;
}

/** Where a run can still change. */
const unreleased = (Object.keys(runStates) as RunState[]).filter(
  (state) => runStates[state].order < runStates.sending.order,
);

/**
 * Opens a run with the next number of its kind and month and hands it to the engine; the monthly one is opened once.
 * Answers whether it did: what is there already, stands open for the same occasion or must be alone, is not opened again.
 */
export const openRun = async (client: Sql, run: NewRun): Promise<boolean> => {
  const { id, county, programme, month, kind, openedOn, openedBy, payBy, format, occasionId, alone } = run;
  await client.query('select pg_advisory_xact_lock(hashtext($1))::text', [`payment-open/${county}/${programme}`]);
  const { rows } = await client.query(
    `insert into payment_run (id, county, programme, month, kind, seq, state, opened_on, opened_by, pay_by, format, occasion_id)
     select $1::uuid, $2, $3, $4, $5,
       case when $5 = 'monthly' then 1 else (select coalesce(max(seq), 0) + 1 from payment_run
         where county = $2 and programme = $3 and month = $4 and kind = $5) end,
       'drawing', $6, $7::uuid, $8, $9, $10::uuid
     where not ($11::bool and exists (select from payment_run
       where county = $2 and programme = $3 and month = $4 and kind = $5 and state = any ($12::text[])))
     on conflict do nothing returning id`,
    [
      ...[id, county, programme, month, kind, openedOn, openedBy ?? null, payBy ?? null, format, occasionId ?? null],
      ...[alone ?? false, unreleased],
    ],
  );
  if (rows.length === 0) return false;
  await wakeRun(client, id);
  return true;
};
