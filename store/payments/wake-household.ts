import type { Sql } from '../sql';

/** Has every run looked at again that has a line of the household waiting: what it waited for may have come. */
export const wakeRunsOf = async (client: Sql, caseId: string): Promise<void> => {
  await client.query(
    `insert into outbox (kind, payload)
     select distinct 'payment-run', jsonb_build_object('runId', l.run_id::text) from payment_line l
     where l.case_id = $1::uuid and l.state in ('pending', 'held')`,
    [caseId],
  );
};
