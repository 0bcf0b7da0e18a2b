import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Runtime,
  Worker,
  type WorkerOptions,
  type WorkflowBundle,
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

/** The product's workflows as the build bundled them; global set-up sees to it that they are those of the sources. */
export const builtWorkflows = (): WorkflowBundle => ({
  code: readFileSync(join(__dirname, '../../dist/workflow-bundle.cjs'), 'utf8'),
});

export const bundleWorkflows = (workflowsPath: string): Promise<WorkflowBundle> =>
  bundleWorkflowCode({
    workflowsPath,
    failureConverterPath: require.resolve('../../store/engine/failure-converter'),
    logger: new DefaultLogger('ERROR'),
  });

/** A worker on the env's connection with the product's workflows and converter. */
export const testWorker = (
  env: TestWorkflowEnvironment,
  bundle: WorkflowBundle,
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
