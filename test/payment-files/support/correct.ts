import type { Client } from 'pg';

/** A new card of its own by two people, as the operations of accounts make it; its number is still to be sealed. */
export const correctAccount = async (owner: Client, caseId: string): Promise<void> => {
  await owner.query(`update card_account set state = 'ended' where case_id = $1`, [caseId]);
  await owner.query(
    `insert into card_account (id, case_id, holder_person_id, holder_name, bank, number_enc, number_index, number_tail, number_valid, state,
       maker_id, checker_id, created_at, checked_at)
     select gen_random_uuid(), case_id, holder_person_id, holder_name, bank, 'sealed', convert_to('new ' || case_id, 'UTF8'), '0001', true, 'approved',
       gen_random_uuid(), gen_random_uuid(), now(), now() from card_account where case_id = $1`,
    [caseId],
  );
};
