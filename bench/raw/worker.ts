import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { Pool } from 'pg';
import { createRawActivities } from './activities';
import { raw, type RawWorkerAddress } from './names';

/** A process of its own with the same limits as the product's worker, so that each side has its own memory and compiler. */
const main = async ({ temporalAddress, databaseUrl }: RawWorkerAddress): Promise<void> => {
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('WARN') });
  const pool = new Pool({ connectionString: databaseUrl, max: 20 });
  const connection = await NativeConnection.connect({ address: temporalAddress });
  const worker = await Worker.create({
    connection,
    taskQueue: raw.taskQueue,
    workflowsPath: require.resolve('./workflow'),
    activities: createRawActivities(pool),
    maxCachedWorkflows: 300,
    maxConcurrentWorkflowTaskExecutions: 40,
  });
  process.once('disconnect', () => worker.shutdown());
  process.send?.({ ready: true });
  await worker.run();
  await Promise.all([pool.end(), connection.close()]);
};

process.once('message', (address) => void main(address as RawWorkerAddress));
