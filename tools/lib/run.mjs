import { spawn } from 'node:child_process';

/** Runs a program to its end and returns its output. @throws Error with the last lines of what it said. */
export const run = (command, args, { timeout = 0, ...options } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
      killSignal: 'SIGKILL',
      ...options,
    });
    const out = [];
    child.stdout?.on('data', (chunk) => out.push(chunk));
    child.stderr?.on('data', (chunk) => out.push(chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      const text = Buffer.concat(out).toString('utf8');
      if (code === 0) resolve(text);
      else reject(new Error(`${text.trimEnd()}\n${command}: ${signal ? `signal ${signal}` : `exit code ${code}`}`));
    });
  });
