import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../domain/errors';

type Environment = Readonly<Record<string, string | undefined>>;

const readJson = (file: string): Readonly<Record<string, unknown>> => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  } catch {
    throw new AppError('systemNotFound', `读不到 ${file}:请先用 npm start 启动系统,或用 --data 指定它的数据目录`);
  }
};

/** The worker's address of a system that npm start runs, from what it leaves in its data directory. */
const workerUrl = (directory: string): string => {
  const { postgres } = readJson(join(directory, 'ports.json'));
  const { doudi_worker: password } = readJson(join(directory, 'roles.json'));
  return `postgresql://doudi_worker:${encodeURIComponent(String(password))}@127.0.0.1:${String(postgres)}/doudi`;
};

/** The settings of a running system: those of the environment first, then what its data directory says. */
export const runningSystem = (directory: string, environment: Environment): Environment => ({
  ...environment,
  DATA_DIR: directory,
  DATABASE_URL_WORKER: environment['DATABASE_URL_WORKER'] || workerUrl(directory),
});
