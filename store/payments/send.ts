import type { PoolClient } from 'pg';

/** Everything that may be paid goes; what is held stays behind. */
export const sendLines = async (client: PoolClient, runId: string, at: Date): Promise<void> => {
  await client.query(
    `update payment_line set state = 'sent', reason = null, changed_at = $2, changed_by = null where run_id = $1 and state = 'pending'`,
    [runId, at],
  );
};
