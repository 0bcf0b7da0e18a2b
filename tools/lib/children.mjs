import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, readJson, remove, rotateLog, writeJson } from './files.mjs';
import { guarded } from './guard.mjs';
import { endProcess, identityOf, isSame } from './processes.mjs';

const BACK_OFF = { first: 500, most: 30_000, steadyAfter: 60_000 };
const SAY_EXIT = (code, signal) => (signal ? `信号 ${signal}` : `退出码 ${code}`);

/** Ends what a killed supervisor left behind, by the numbers it recorded, newest first. Returns their names. */
export const endSurvivors = async (recordFile) => {
  const left = readJson(recordFile, []).filter(isSame).reverse();
  for (const survivor of left) await endProcess(survivor, survivor);
  remove(recordFile);
  return left.map(({ name }) => name);
};

/**
 * Starts services, keeps them running, stops them in reverse order.
 * A service: { name, command, args, env?, user?, ipc?, signal?, hard?, stopMs?, readyMs?, ready? }.
 * `ready(child)` resolves when it can be used; with `ipc` a `{ready: true}` message says so.
 * Each leads a process group of its own: a signal to the terminal's group reaches the supervisor alone, which stops them in order.
 */
export const createSupervisor = ({ directory, say = () => {} }) => {
  const recordFile = join(directory, 'processes.json');
  const services = new Map();
  const state = { stopping: false };
  const abort = new AbortController();

  const record = () =>
    writeJson(
      recordFile,
      [...services.values()]
        .filter(({ child }) => child?.pid)
        .map(({ spec, child, identity }) => {
          const { name, signal, hard } = spec;
          return { name, pid: child.pid, identity, signal, hard };
        }),
    );

  const launch = (service) => {
    const { spec } = service;
    const log = openSync(rotateLog(service.log), 'a');
    const { command, args, options } = guarded(spec);
    const child = spawn(command, args, {
      ...options,
      cwd: spec.cwd ?? directory,
      env: { ...process.env, ...spec.env },
      stdio: ['ignore', log, log, ...(spec.ipc ? ['ipc'] : [])],
      detached: true,
    });
    closeSync(log);
    child.once('error', (error) => say(`${spec.name} 无法启动:${error.message}`));
    child.once('exit', (code, signal) => comeBack(service, code, signal));
    Object.assign(service, { child, identity: identityOf(child.pid), startedAt: Date.now() });
    record();
    return child;
  };

  const comeBack = (service, code, signal) => {
    if (state.stopping || !service.ready) return;
    if (Date.now() - service.startedAt > BACK_OFF.steadyAfter) service.failures = 0;
    const wait = Math.min(BACK_OFF.first * 2 ** service.failures, BACK_OFF.most);
    service.failures += 1;
    say(`${service.spec.name} 意外退出(${SAY_EXIT(code, signal)}),${wait / 1000} 秒后重启;日志见 ${service.log}`);
    service.timer = setTimeout(() => {
      launch(service);
      say(`${service.spec.name} 已重启`);
    }, wait);
  };

  const untilReady = ({ spec, child, log }) =>
    new Promise((resolve, reject) => {
      const fail = (why) => reject(new Error(`${spec.name} ${why}。日志 ${log}:\n${lastLines(log)}`));
      const timer = setTimeout(() => fail(`${(spec.readyMs ?? 60_000) / 1000} 秒内未就绪`), spec.readyMs ?? 60_000);
      const settle = (finish) => (value) => {
        clearTimeout(timer);
        finish(value);
      };
      child.once(
        'exit',
        settle((code) => fail(`未能启动(退出码 ${code})`)),
      );
      child.once(
        'error',
        settle(() => fail('未能启动')),
      );
      if (spec.ipc) child.on('message', (message) => message?.ready && settle(resolve)());
      if (spec.ready)
        spec.ready(child).then(
          settle(resolve),
          settle((error) => fail(`未就绪:${error.message}`)),
        );
      if (!spec.ipc && !spec.ready) settle(resolve)();
    });

  /** Children with a channel end by its closing, which also lets go of it; the others by their signal. */
  const ask = ({ spec, child, ready }) => {
    if (!spec.ipc || !ready || !child.connected) return spec.signal;
    child.disconnect();
    return 0;
  };

  return {
    /** Aborted when stopping begins: for whatever else runs beside the services. */
    signal: abort.signal,
    isStopping: () => state.stopping,
    async start(spec) {
      if (state.stopping) throw new Error('正在停止');
      const service = { spec, log: join(directory, 'logs', `${spec.name}.log`), failures: 0, ready: false };
      services.set(spec.name, service);
      launch(service);
      await untilReady(service);
      service.ready = true;
    },
    pidOf: (name) => services.get(name)?.child.pid,
    /** Idempotent; a second caller waits for the first. */
    stop() {
      state.stopping = true;
      abort.abort();
      state.stopped ??= (async () => {
        for (const service of [...services.values()].reverse()) {
          const { spec, child, identity, timer } = service;
          clearTimeout(timer);
          if (!child?.pid) continue;
          await endProcess(
            { name: spec.name, pid: child.pid, identity },
            { ...spec, signal: ask(service), ms: spec.stopMs },
          );
        }
        remove(recordFile);
      })();
      return state.stopped;
    },
  };
};
