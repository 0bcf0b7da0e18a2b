import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { root } from './lib/files.mjs';
import { ensureInstalled } from './lib/install.mjs';

const say = (text) => console.error(text);

/** `bench` runs bench/NAME, or all of them; every other name a command of tools/. */
const programsOf = (name, rest) => {
  if (name !== 'bench') return [{ file: join(root, 'dist/tools', `${name}.js`), args: rest }];
  const folder = join(root, 'dist/bench');
  const all = readdirSync(folder).filter((file) => /^[a-z0-9-]+\.js$/.test(file));
  const [chosen, ...args] = rest[0]?.startsWith('-') === false ? rest : [undefined, ...rest];
  const files = chosen === undefined ? all : [`${chosen}.js`];
  return files.map((file) => ({ file: join(folder, file), args, known: all }));
};

/** What is weighed must be what the sources make now. */
const wantsFrontEnd = (name, [chosen]) => name === 'bench' && (chosen === undefined || /^(-.*|web)$/.test(chosen));

const runToEnd = ({ file, args }) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], { stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });

const [name, ...rest] = process.argv.slice(2);
try {
  if (!name || !/^[a-z][a-z-]*$/.test(name)) throw new Error('用法:node tools/run.mjs 命令 [参数]');
  await ensureInstalled(say);
  await ensureBuilt(say, wantsFrontEnd(name, rest) ? undefined : ['generate', 'compile']);
  for (const program of programsOf(name, rest)) {
    if (!existsSync(program.file)) {
      throw new Error(
        `没有命令 ${rest[0] ?? name}${program.known ? `,可用:${program.known.join(' ').replaceAll('.js', '')}` : ''}`,
      );
    }
    process.exitCode = (await runToEnd(program)) || process.exitCode;
  }
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
