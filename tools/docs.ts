import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clauseMatrix } from './clause-matrix';
import { lifecyclePage } from './lifecycle-docs';

/** The pages that are made from tables and tags; a test says when they are out of date. */
export const generatedPages: Readonly<Record<string, () => string>> = {
  'clauses.md': clauseMatrix,
  'lifecycle.md': lifecyclePage,
};

if (require.main === module)
  for (const [name, make] of Object.entries(generatedPages))
    writeFileSync(join(__dirname, '..', '..', 'docs', name), make());
