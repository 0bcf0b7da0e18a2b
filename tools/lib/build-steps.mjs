import { join } from 'node:path';
import { root } from './files.mjs';

const SOURCES = [
  'domain',
  'workflows',
  'activities',
  'api',
  'store',
  'config',
  'generated/prisma',
  'bench',
  'test',
  'tools',
  'prisma',
];
const isTypeScript = (file) => /\.(ts|json)$/.test(file);
const isData = (file) => !/\.(ts|tsx)$/.test(file);
const bin = (name) => join(root, 'node_modules/.bin', name);

/** In order. A step runs when its inputs changed since it last ended well, or an output is missing. */
export const buildSteps = [
  {
    name: 'generate',
    title: '生成参数、区划、日历与数据库客户端',
    inputs: [
      'domain',
      'prisma/schema.prisma',
      'prisma.config.ts',
      'tools/generate.mjs',
      'tools/lib/generate',
      'package-lock.json',
    ],
    wanted: isData,
    outputs: [
      'domain/parameters/generated.ts',
      'domain/calendar/generated.ts',
      'domain/divisions/generated.ts',
      'generated/prisma/client.ts',
    ],
    commands: [[process.execPath, ['tools/generate.mjs']]],
  },
  {
    name: 'compile',
    title: '编译',
    inputs: [...SOURCES, 'tsconfig.json', 'package-lock.json'],
    wanted: isTypeScript,
    outputs: ['dist/api/server.js', 'dist/activities/worker.js'],
    commands: [[bin('tsc'), ['-p', 'tsconfig.json']]],
    prune: true,
  },
  {
    name: 'workflows',
    title: '打包流程代码',
    inputs: ['workflows', 'domain', 'store/engine', 'tools/bundle-workflows.mjs', 'package-lock.json'],
    wanted: (file) => /\.(ts|mjs|json)$/.test(file),
    outputs: ['dist/workflow-bundle.cjs'],
    commands: [[process.execPath, ['tools/bundle-workflows.mjs']]],
  },
  {
    name: 'client',
    title: '生成接口说明与前端类型',
    inputs: [...SOURCES, 'package-lock.json'],
    wanted: isTypeScript,
    outputs: ['generated/openapi.json', 'web/client/schema.d.ts'],
    commands: [
      [process.execPath, ['dist/tools/openapi.js']],
      [bin('openapi-typescript'), ['generated/openapi.json', '-o', 'web/client/schema.d.ts']],
    ],
  },
  {
    name: 'web',
    title: '构建前端',
    inputs: ['web', 'domain', 'package-lock.json'],
    wanted: (file) => !/\.test\.tsx?$/.test(file),
    outputs: ['web/dist/index.html', 'web/dist/public.html'],
    commands: [[bin('vite'), ['build', 'web']]],
  },
];
