import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../files.mjs';

export const HELP = `用法:npm start -- [选项]

  --port 端口    系统网页的端口(默认 7800,被占用时另选并记住)
  --data 目录    数据目录(默认为本目录下的 .doudi)
  --no-demo      不装入演示数据
  --reset        先删除数据目录中的全部数据
  --help         显示本说明

环境变量 DATABASE_URL、TEMPORAL_ADDRESS 指向已有的 PostgreSQL 与 Temporal 时,不再启动内置的。详见 docs/operations.md`;

const SPEC = {
  port: { type: 'string' },
  data: { type: 'string' },
  demo: { type: 'boolean', default: true },
  reset: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

const portOf = (text) => {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new Error(`--port ${text} 不是端口号(1—65535)`);
  return port;
};

/** @throws Error in Chinese that names the option. */
export const parseOptions = (args, env = process.env) => {
  let values;
  try {
    ({ values } = parseArgs({ args, options: SPEC, strict: true, allowNegative: true, allowPositionals: false }));
  } catch (error) {
    throw new Error(`选项有误:${error.message}\n\n${HELP}`);
  }
  return {
    port: portOf(values.port),
    directory: resolve(values.data ?? join(root, '.doudi')),
    demo: values.demo,
    reset: values.reset,
    help: values.help,
    databaseUrl: env.DATABASE_URL || undefined,
    temporalAddress: env.TEMPORAL_ADDRESS || undefined,
  };
};
