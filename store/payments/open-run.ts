import type { CivilDate, CivilMonth } from '../../domain/civil-date';
import type { RunKind } from '../../domain/payments/run';
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
}

/**
 * Opens a run with the next number of its kind and month and hands it to the engine; the monthly one is opened once.
 * Answers whether it did: what is there already, or stands open for the same occasion, is not opened again.
 */
export const openRun = async (client: Sql, run: NewRun): Promise<boolean> => {
  const { id, county, programme, month, kind, openedOn, openedBy, payBy, format, occasionId } = run;
  await client.query('select pg_advisory_xact_lock(hashtext($1))::text', [`payment-open/${county}/${programme}`]);
  const { rows } = await client.query(
    `insert into payment_run (id, county, programme, month, kind, seq, state, opened_on, opened_by, pay_by, format, occasion_id)
     select $1::uuid, $2, $3, $4, $5,
       case when $5 = 'monthly' then 1 else (select coalesce(max(seq), 0) + 1 from payment_run
         where county = $2 and programme = $3 and month = $4 and kind = $5) end,
       'drawing', $6, $7::uuid, $8, $9, $10::uuid
     on conflict do nothing returning id`,
    [id, county, programme, month, kind, openedOn, openedBy ?? null, payBy ?? null, format, occasionId ?? null],
  );
  if (rows.length === 0) return false;
  await wakeRun(client, id);
  return true;
};
