import { fork } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { atATime, timed } from '../lib/at-a-time';
import { insist } from '../lib/report';
import type { Round } from '../lifecycle/round';
import { raw, rawId, type RawWorkerAddress } from './names';

export const startRawWorker = async (
  pool: Pool,
  address: RawWorkerAddress,
): Promise<{ readonly pid: number; stop(): Promise<void> }> => {
  await pool.query(
    'create table bench_raw_step (case_id uuid not null, step int not null, primary key (case_id, step))',
  );
  const child = fork(require.resolve('./worker'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.send(address);
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the raw worker did not start'))),
  ]);
  return {
    pid: child.pid!,
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
};

/** `count` raw cases, as many at a time as there are lanes; each step waits for its answer. */
export const rawRound = async (client: Client, pool: Pool, lanes: number, count: number): Promise<Round> => {
  const ids = Array.from({ length: count }, () => randomUUID());
  const steps: number[] = [];
  const { ms } = await timed(() =>
    atATime(Array.from({ length: lanes }), ids, async (_lane, id) => {
      const handle = await client.workflow.start(raw.workflow, {
        taskQueue: raw.taskQueue,
        workflowId: rawId(id),
        args: [id],
      });
      for (let step = 1; step <= raw.steps; step += 1) {
        const { value, ms: took } = await timed(() => handle.executeUpdate<number, []>(raw.step));
        insist(value === step, `raw case ${id} answered step ${value} to step ${step}`);
        steps.push(took);
      }
      insist((await handle.result()) === raw.steps, `raw case ${id} did not end`);
    }),
  );
  const { rows } = await pool.query<{ cases: number; steps: number }>(
    'select count(distinct case_id)::int as cases, count(*)::int as steps from bench_raw_step where case_id = any($1)',
    [ids],
  );
  insist(
    rows[0]?.cases === count && rows[0].steps === count * raw.steps,
    `raw: ${JSON.stringify(rows)} of ${count} cases`,
  );
  return { cases: count, ms, steps, starts: [] };
};
