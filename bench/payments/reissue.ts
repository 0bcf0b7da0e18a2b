import { randomUUID } from 'node:crypto';
import type { Store } from '../../store/client';
import { reissueCorrected } from '../../store/payment-files/reissue-corrected';

const REVIEWER = { staffId: '7c0f5a2b-3d1e-4f6a-8b9c-0d1e2f3a4b5d', role: 'countyReviewer' };

/** Every household whose payment failed has brought its card anew, entered and checked by two. */
export const correctAccounts = async ({ pool, cipher }: Store): Promise<void> => {
  const { rows } = await pool.query<{ id: string; sealed: Buffer }>(
    `select id, number_enc as sealed from card_account where id in (select account_id from payment_line where state = 'failed')`,
  );
  const place = (row: string) => ({ table: 'card_account', column: 'number_enc', row });
  const anew = rows.map(({ id, sealed }) => {
    const next = randomUUID();
    return { id, next, sealed: cipher.seal(place(next), cipher.open(place(id), sealed)) };
  });
  const olds = anew.map(({ id }) => id);
  await pool.query(`update card_account set state = 'ended' where id = any ($1::uuid[])`, [olds]);
  await pool.query(
    `insert into card_account (id, case_id, holder_person_id, holder_name, bank, number_enc, number_index, number_tail, number_valid,
       state, maker_id, checker_id, created_at, checked_at)
     select a.next, c.case_id, c.holder_person_id, c.holder_name, c.bank, a.sealed, c.number_index, c.number_tail, c.number_valid,
       'approved', gen_random_uuid(), gen_random_uuid(), now(), now()
     from card_account c join unnest($1::uuid[], $2::uuid[], $3::bytea[]) as a (id, next, sealed) on a.id = c.id`,
    [olds, anew.map(({ next }) => next), anew.map(({ sealed }) => sealed)],
  );
};

/** Each county gives the failed lines of its run back in one step. */
export const reissueAll = async (store: Store): Promise<void> => {
  const { rows } = await store.pool.query<{ id: string }>(
    `select distinct run_id as id from payment_line where state = 'failed'`,
  );
  for (const { id } of rows)
    await store.withScopedClient(undefined, (client) => reissueCorrected(client, id, REVIEWER, new Date()));
};
