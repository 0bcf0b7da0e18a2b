import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
};

export const onPath = (name, path = process.env.PATH ?? '') =>
  path
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isExecutable);

const firstLine = (text) => text.trim().split('\n')[0].slice(0, 200);

/**
 * Looks for a program: the variable that names it, PATH, the cache, then each way of fetching it into the cache.
 * `ways`: [{ title, fetch(): Promise<void> }], each of which puts the program at `cached`.
 * @throws Error that lists all that was tried.
 */
export const findExecutable = async ({ title, variable, name, cached, ways, say = () => {}, env = process.env }) => {
  const named = env[variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`${variable}=${named} 不是可执行文件`);
  }
  const installed = name && onPath(name, env.PATH);
  if (installed) return installed;
  if (isExecutable(cached)) return cached;
  const tried = [`环境变量 ${variable}:未设置`, ...(name ? [`PATH 中的 ${name}:没有`] : []), `缓存 ${cached}:没有`];
  for (const way of ways) {
    say(`获取 ${title}:${way.title} …`);
    try {
      await way.fetch();
      if (isExecutable(cached)) return cached;
      tried.push(`${way.title}:未得到可执行文件`);
    } catch (error) {
      tried.push(`${way.title}:${firstLine(error.message)}`);
    }
    say(`  未成:${tried.at(-1)}`);
  }
  throw new Error(
    `找不到 ${title},已试过:\n${tried.map((line) => `  - ${line}`).join('\n')}\n请安装后重试,或以 ${variable} 指明它的位置`,
  );
};
