import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clauseMatrix } from './clause-matrix';
import { lifecyclePage } from './lifecycle-docs';
import { composeWalkthrough } from './walkthrough/compose';
import { readPages } from './walkthrough/pages';
import { story } from './walkthrough/story';

/** The pages that are made from tables and tags; a test says when they are out of date. */
export const generatedPages: Readonly<Record<string, () => string>> = {
  'clauses.md': clauseMatrix,
  'lifecycle.md': lifecyclePage,
  'walkthrough.md': () => composeWalkthrough(story, readPages()),
};

const root = join(__dirname, '..', '..');

/** The pictures of the walkthrough first, where they are asked for: that takes minutes and a browser. */
const takePictures = (): void => {
  const { status } = spawnSync(process.execPath, [join(root, 'tools/screenshots.mjs')], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
};

const main = (): void => {
  if (process.argv.includes('--screenshots')) takePictures();
  for (const [name, make] of Object.entries(generatedPages)) writeFileSync(join(root, 'docs', name), make());
};

if (require.main === module) main();
