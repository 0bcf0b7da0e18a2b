import type { Pool } from 'pg';
import type { FieldCipher } from '../crypto';

interface Answer {
  readonly actor_id: string;
  readonly operation: string;
  readonly key: string;
  readonly sealed: string;
}

const NEXT = `select actor_id::text, operation, key, answer->>'sealed' as sealed from idempotent_answer
  where answer ? 'sealed' and (actor_id::text, operation, key) > ($1, $2, $3)
  order by actor_id::text, operation, key limit $4`;

const WRITE = `update idempotent_answer set answer = jsonb_build_object('sealed', $1::text)
  where actor_id = $2::uuid and operation = $3 and key = $4 and answer->>'sealed' = $5`;

/** The place an answer is bound to, as api/http/idempotency.ts seals it. */
const placeOf = ({ actor_id: actor, operation, key }: Answer) => ({
  table: 'idempotent_answer',
  column: 'answer',
  row: `${actor}:${operation}:${key}`,
});

/** Stored answers of repeated requests, closed again with the current key. Answers how many. */
export const rotateAnswers = async (pool: Pool, cipher: FieldCipher, batch: number): Promise<number> => {
  let [total, last] = [0, { actor_id: '', operation: '', key: '' }];
  for (;;) {
    const { rows } = await pool.query<Answer>(NEXT, [last.actor_id, last.operation, last.key, batch]);
    for (const row of rows) {
      const closed = cipher.reseal(placeOf(row), Buffer.from(row.sealed, 'base64'));
      if (!closed) continue;
      const values = [closed.toString('base64'), row.actor_id, row.operation, row.key, row.sealed];
      total += (await pool.query(WRITE, values)).rowCount ?? 0;
    }
    last = rows.at(-1) ?? last;
    if (rows.length < batch) return total;
  }
};
