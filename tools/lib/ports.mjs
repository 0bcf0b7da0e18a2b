import { createServer } from 'node:net';
import { readJson, writeJson } from './files.mjs';

export const HOST = '127.0.0.1';
/** Below the range from which the system gives ports to outgoing connections. */
const RANGE = { from: 15_000, size: 15_000 };

/** Keeps a port until the function it returns is called; undefined when another has it. Who connects meanwhile is turned away. */
export const holdPort = (port, host = HOST) =>
  new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy())
      .once('error', () => resolve(undefined))
      .once('listening', () => resolve(() => new Promise((closed) => server.close(closed))))
      .listen({ port, host, exclusive: true });
  });

const isFree = async (port) => {
  const letGo = await holdPort(port);
  await letGo?.();
  return letGo !== undefined;
};

const hash = (text) => [...text].reduce((sum, character) => (sum * 31 + character.codePointAt(0)) >>> 0, 7);

const firstFree = async (start, taken) => {
  for (let step = 0; step < RANGE.size; step += 1) {
    const port = RANGE.from + ((start + step) % RANGE.size);
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new Error('本机没有空闲端口');
};

/**
 * A port per name: the one asked for (an error if taken), else the remembered one, else the preferred one, else a free one.
 * Remembered in `file`, so that a second start has the same addresses.
 */
export const choosePorts = async (file, names, { asked = {}, preferred = {} } = {}) => {
  const remembered = readJson(file, {});
  const chosen = {};
  const taken = new Set(Object.values(asked).filter((port) => port !== undefined));
  for (const name of names) {
    if (asked[name] !== undefined) {
      if (!(await isFree(asked[name]))) throw new Error(`端口 ${asked[name]} 已被占用,请用 --port 换一个`);
      chosen[name] = asked[name];
      continue;
    }
    const wishes = [remembered[name], preferred[name]].filter((port) => Number.isInteger(port) && !taken.has(port));
    for (const wish of wishes) if (chosen[name] === undefined && (await isFree(wish))) chosen[name] = wish;
    chosen[name] ??= await firstFree(hash(`${file}/${name}`), taken);
    taken.add(chosen[name]);
  }
  writeJson(file, chosen, 0o644);
  return chosen;
};
