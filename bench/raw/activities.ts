import type { Pool } from 'pg';

export const createRawActivities = (pool: Pool) => ({
  async insertStep(caseId: string, step: number): Promise<void> {
    await pool.query('insert into bench_raw_step (case_id, step) values ($1, $2)', [caseId, step]);
  },
});
export type RawActivities = ReturnType<typeof createRawActivities>;
