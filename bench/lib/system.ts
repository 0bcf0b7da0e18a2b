import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseKeyRing, type KeyRing } from '../../config';
import { root } from './paths';

const HOST = '127.0.0.1';
const READY = /^Doudi ready: (\S+)$/m;

interface Ports {
  readonly desk: number;
  readonly api: number;
  readonly postgres: number;
  readonly temporal: number;
}

/** The whole product as `npm start` brings it up, in a data directory of its own. */
export interface System {
  readonly url: string;
  readonly apiUrl: string;
  readonly temporalAddress: string;
  /** The superuser of the embedded PostgreSQL. */
  readonly ownerUrl: string;
  readonly keyRing: KeyRing;
  /** The supervisor; all else descends from it. */
  readonly pid: number;
  readonly startMs: number;
  stop(): Promise<void>;
}

const json = <Content>(...path: string[]): Content => JSON.parse(readFileSync(join(...path), 'utf8')) as Content;

export const temporaryDirectory = (): string => mkdtempSync(join(tmpdir(), 'doudi-bench-'));

const untilReady = (child: ChildProcess, patienceMs: number): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => reject(new Error(`npm start: ${why}\n${said.slice(-2000)}`));
    const timer = setTimeout(() => fail(`not ready after ${patienceMs / 1000} s`), patienceMs);
    const hear = (chunk: Buffer): void => {
      said += chunk.toString('utf8');
      const address = READY.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()));

/** Kept apart from whatever servers the caller's environment points to. */
const environment = (): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, KEY_RING: _keys, ...rest } = process.env;
  return { ...rest, LOG_LEVEL: 'warn' };
};

/** `npm start` from this checkout, or from another one, until its last line. */
export const startSystem = async (
  directory: string,
  { demo = false, checkout = root, patienceMs = 120_000 } = {},
): Promise<System> => {
  const started = performance.now();
  const args = [join(checkout, 'tools/start.mjs'), '--data', directory, ...(demo ? [] : ['--no-demo'])];
  const child = spawn(process.execPath, args, {
    cwd: checkout,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended(child);
  };
  try {
    const url = await untilReady(child, patienceMs);
    const startMs = performance.now() - started;
    const ports = json<Ports>(directory, 'ports.json');
    const { password } = json<{ password: string }>(directory, 'postgres.json');
    return {
      url,
      apiUrl: `http://${HOST}:${ports.api}`,
      temporalAddress: `${HOST}:${ports.temporal}`,
      ownerUrl: `postgresql://postgres:${encodeURIComponent(password)}@${HOST}:${ports.postgres}/doudi`,
      keyRing: parseKeyRing(readFileSync(join(directory, 'keys.json'), 'utf8')),
      pid: child.pid!,
      startMs,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** The system in a directory that is gone afterwards, however the work ends; also when the terminal says stop. */
export const withSystem = async <Result>(work: (system: System) => Promise<Result>): Promise<Result> => {
  const directory = temporaryDirectory();
  try {
    const system = await startSystem(directory);
    const interrupt = (): void => void system.stop().then(() => process.exit(130));
    process.once('SIGINT', interrupt);
    process.once('SIGTERM', interrupt);
    return await work(system).finally(() => system.stop());
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};
