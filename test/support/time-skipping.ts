import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Runtime,
  Worker,
  type WorkerOptions,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { createDataConverter } from '../../store/engine/data-converter';
import { testKeyRing } from './key-ring';

const attributes = { CaseStage: 2, Division: 2, Programme: 2, NextDeadline: 6 } as const;

/** A server of this file's own: its time is global to it. */
export const timeSkippingServer = async (): Promise<TestWorkflowEnvironment> => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    client: { dataConverter: createDataConverter(testKeyRing().payloads) },
    server: { executable: { type: 'existing-path', path: process.env['TEST_TIME_SKIPPING_SERVER'] ?? '' } },
  });
  await env.connection.operatorService.addSearchAttributes({ namespace: 'default', searchAttributes: attributes });
  return env;
};

export const bundleWorkflows = (
  workflowsPath = join(__dirname, '../../workflows/index.ts'),
): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({
    workflowsPath,
    failureConverterPath: require.resolve('../../store/engine/failure-converter'),
    logger: new DefaultLogger('ERROR'),
  });

/** A worker on the env's connection with the product's workflows and converter. */
export const testWorker = (
  env: TestWorkflowEnvironment,
  bundle: WorkflowBundleWithSourceMap,
  taskQueue: string,
  activities: object,
  more: Partial<WorkerOptions> = {},
): Promise<Worker> =>
  Worker.create({
    connection: env.nativeConnection,
    namespace: env.namespace ?? 'default',
    taskQueue,
    workflowBundle: bundle,
    activities,
    dataConverter: createDataConverter(testKeyRing().payloads),
    ...more,
  });
