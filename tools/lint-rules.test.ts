import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const IMPORTS = '@typescript-eslint/no-restricted-imports';
const LAYERS = 'doudi/layers';
const SYNTAX = 'no-restricted-syntax';
const PROPERTIES = 'no-restricted-properties';

/** The code is linted under the name of a file that exists, since the typed rules need a project. */
const cases: readonly (readonly [says: string, file: string, code: string, rule?: string])[] = [
  [
    'domain uses no layer of ours',
    'domain/money.ts',
    "import type { Config } from '../config';\nexport type X = Config;",
    LAYERS,
  ],
  ['domain does no I/O', 'domain/money.ts', "import { readFileSync } from 'node:fs';\nreadFileSync('x');", IMPORTS],
  ['domain may use domain', 'domain/money.ts', "import { isCivilDate } from './civil-date';\nisCivilDate('x');"],
  ['domain has no clock', 'domain/money.ts', 'export const now = () => new Date();', SYNTAX],
  ['domain has no Date.now', 'domain/money.ts', 'export const now = () => Date.now();', PROPERTIES],
  ['a date of an instant is no clock', 'domain/money.ts', 'export const at = (ms: number) => new Date(ms);'],
  [
    'workflows call no client',
    'workflows/index.ts',
    "import { Client } from '@temporalio/client';\nnew Client();",
    IMPORTS,
  ],
  ['workflows use no builtin', 'workflows/index.ts', "import { join } from 'path';\njoin('a');", IMPORTS],
  [
    'workflows take activities as types',
    'workflows/index.ts',
    "import type { createActivities } from '../activities/create-activities';\nexport type A = ReturnType<typeof createActivities>;",
  ],
  [
    'workflows import no activity',
    'workflows/index.ts',
    "import { createActivities } from '../activities/create-activities';\nexport const a = createActivities;",
    LAYERS,
  ],
  [
    'the store knows no API',
    'store/uuid.ts',
    "import { createApp } from '../api/app';\nexport const a = createApp;",
    LAYERS,
  ],
  ['the store hands on no API', 'store/uuid.ts', "export { createApp } from '../api/app';", LAYERS],
  ['types may be taken one by one', 'store/uuid.ts', "import { type Deps } from '../api/deps';\nexport type D = Deps;"],
  [
    'a folder called api inside the desk is no API',
    'web/shared/states/texts.ts',
    "import { problemText } from '../api/problem';\nexport const p = problemText;",
  ],
  [
    'the desk takes no code of the API',
    'web/main.tsx',
    "import { createApp } from '../api/app';\nexport const a = createApp;",
    LAYERS,
  ],
  ['no mutable module state', 'store/uuid.ts', 'export let count = 0;', SYNTAX],
  ['only config reads the environment', 'store/uuid.ts', "export const url = process.env['DATABASE_URL'];", PROPERTIES],
  ['config reads the environment', 'config/index.ts', "export const url = process.env['DATABASE_URL'];"],
  [
    'no promise is left floating',
    'store/uuid.ts',
    'export const f = () => { Promise.resolve(1); };',
    '@typescript-eslint/no-floating-promises',
  ],
  ['a rule cannot be switched off in a file', 'store/uuid.ts', '/* eslint-disable */\nexport let count = 0;', SYNTAX],
];

it('the rules of the house hold where they should, and only there', () => {
  const run = spawnSync(process.execPath, [join(__dirname, 'lint-rules.mjs')], {
    cwd: join(__dirname, '..'),
    encoding: 'utf8',
    input: JSON.stringify(cases.map(([, file, code]) => ({ file, code }))),
  });
  const answers = JSON.parse(run.stdout) as string[][];
  const seen = cases.map(([says], index) => ({ says, rule: answers[index]?.[0] }));
  expect(seen).toEqual(cases.map(([says, , , rule]) => ({ says, rule })));
});
