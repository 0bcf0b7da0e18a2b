import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';
import { layers, MAY_USE } from './tools/lint/layers.mjs';

const BUILTINS = builtinModules.filter((name) => !name.startsWith('_')).join('|');
/** Whole module names: "domain" is a builtin of Node as well as the name of a folder of ours. */
const forbidPackages = (names, message) => ({ regex: `^(node:.*|${BUILTINS}|${names.join('|')})$`, message });

const PACKAGES = {
  domain: forbidPackages(
    ['@temporalio/.*', '@prisma/.*', 'express', 'zod', 'pg', 'pino', 'react', 'antd'],
    'domain is pure: no I/O, no framework.',
  ),
  workflows: forbidPackages(
    ['@temporalio/(client|worker|activity|testing)', '@prisma/.*', 'express', 'zod', 'pg', 'pino'],
    'Workflow code is replayed: only @temporalio/workflow, @temporalio/common and domain.',
  ),
};

const packageRules = Object.entries(PACKAGES).map(([layer, pattern]) => ({
  name: `doudi/packages/${layer}`,
  files: [`${layer}/**/*.ts`],
  ignores: ['**/*.test.ts'],
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ ...pattern, allowTypeImports: layer === 'workflows' }] },
    ],
  },
}));

const MODULE_LET = {
  selector: ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration[kind="let"]',
  message: 'No mutable state in a module: make it in a function and hand it on.',
};
const CLOCK = {
  selector: ':matches(NewExpression, CallExpression)[callee.name="Date"][arguments.length=0]',
  message: 'domain has no clock: take the date as an argument.',
};
const ENVIRONMENT = { object: 'process', property: 'env', message: 'Only config/ reads the environment.' };
const RANDOM = { object: 'Math', property: 'random', message: 'Use node:crypto, or a seeded generator in tests.' };
const NOW = { object: 'Date', property: 'now', message: 'domain has no clock: take the instant as an argument.' };

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      'generated/',
      '**/generated.ts',
      'coverage/',
      '.doudi/',
      'web/client/schema.d.ts',
      'bench/rivals/',
    ],
  },
  { linterOptions: { noInlineConfig: true } },
  {
    name: 'doudi/all',
    rules: {
      'max-lines': ['error', 300],
      'no-restricted-properties': ['error', ENVIRONMENT, RANDOM],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    name: 'doudi/typescript',
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['*.config.ts'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    ignores: ['**/*.test.*', 'test/**'],
    rules: { 'no-restricted-syntax': ['error', MODULE_LET] },
  },
  {
    name: 'doudi/layers',
    files: Object.keys(MAY_USE).map((layer) => `${layer}/**/*.{ts,tsx,mjs}`),
    ignores: ['**/*.test.*'],
    plugins: { doudi: { rules: { layers } } },
    rules: { 'doudi/layers': 'error' },
  },
  ...packageRules,
  {
    name: 'doudi/domain-has-no-clock',
    files: ['domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': ['error', MODULE_LET, CLOCK],
      'no-restricted-properties': ['error', ENVIRONMENT, RANDOM, NOW],
    },
  },
  {
    name: 'doudi/environment',
    files: ['config/**', 'tools/**', 'test/**', 'bench/**'],
    rules: { 'no-restricted-properties': ['error', RANDOM] },
  },
  {
    name: 'doudi/plain-node',
    files: ['**/*.{js,mjs}'],
    rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }], 'no-unreachable': 'error' },
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'setTimeout',
          'clearTimeout',
          'AbortController',
          'fetch',
          'module',
          'require',
          '__dirname',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
