import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkerOptions } from '@temporalio/worker';

const BUNDLE = join(__dirname, '..', 'workflow-bundle.cjs');

/** The workflows as the build bundled them; where nothing was built, the worker bundles them itself. */
export const workflowCode = (): Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath'> =>
  existsSync(BUNDLE) ? { workflowBundle: { codePath: BUNDLE } } : { workflowsPath: require.resolve('../workflows') };
