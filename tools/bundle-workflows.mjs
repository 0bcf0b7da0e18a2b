import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './lib/files.mjs';

const { bundleWorkflowCode, DefaultLogger } = createRequire(import.meta.url)('@temporalio/worker');

/** What the worker would otherwise bundle at each start: two seconds, and memory that it keeps. */
const { code } = await bundleWorkflowCode({
  workflowsPath: join(root, 'dist/workflows/index.js'),
  failureConverterPath: join(root, 'dist/store/engine/failure-converter.js'),
  logger: new DefaultLogger('WARN'),
});
writeFileSync(join(root, 'dist/workflow-bundle.cjs'), code);
