import { join } from 'node:path';
import { readJson, writeJson } from './lib/files.mjs';
import { newKeyRing, rotated } from './lib/start/keys.mjs';

const HELP = `用法:
  node tools/keys.mjs new             新造一个密钥环,输出为一行(供 KEY_RING 使用)
  node tools/keys.mjs rotate 数据目录  在 keys.json 中加入新密钥并设为当前;旧密钥保留,旧数据仍可解开`;

const commands = {
  new: () => console.log(JSON.stringify(newKeyRing())),
  rotate: (directory) => {
    const file = join(directory ?? '', 'keys.json');
    const ring = readJson(file, undefined);
    if (!ring) throw new Error(`读不到 ${file}`);
    writeJson(file, rotated(ring), 0o600);
    console.log('已更换,重启后生效。请立即另行备份 keys.json');
  },
};

const [name, ...args] = process.argv.slice(2);
try {
  if (!Object.hasOwn(commands, name ?? '')) throw new Error(HELP);
  commands[name](...args);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
