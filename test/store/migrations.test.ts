import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../store/migrate';
import { readMigrations } from '../../store/migrations/files';

const root = join(__dirname, '../..');
const server = process.env['TEST_DATABASE_URL']!;
const addressOf = (name: string): string => Object.assign(new URL(server), { pathname: `/${name}` }).toString();

let directory: string;
let name: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'doudi-migrations-'));
  name = `doudi_test_${randomUUID().replaceAll('-', '')}`;
  write('20260101000000_one', 'create table one (id int primary key);');
  write(
    '20260102000000_two',
    "create function two() returns int language plpgsql as $$ begin return 2; end $$; create table two (text text default ';');",
  );
});
afterEach(async () => {
  rmSync(directory, { recursive: true });
  await query(server, `drop database if exists ${name} with (force)`);
});

const write = (folder: string, sql: string): void => {
  mkdirSync(join(directory, folder), { recursive: true });
  writeFileSync(join(directory, folder, 'migration.sql'), sql);
};
const run = (say: (text: string) => void = () => {}) => migrate({ url: addressOf(name), directory, say });
const query = async <Row extends object>(url: string, sql: string): Promise<Row[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
};
const tables = async (): Promise<string[]> =>
  (
    await query<{ name: string }>(
      addressOf(name),
      "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
    )
  ).map((row) => row.name);

it('makes the database, applies each file once in order, and tells how far it is', async () => {
  const said: string[] = [];
  expect(await run((text) => said.push(text))).toEqual(['20260101000000_one', '20260102000000_two']);
  expect(said).toEqual(['数据库迁移 1/2:20260101000000_one', '数据库迁移 2/2:20260102000000_two']);
  expect(await run()).toEqual([]);
  write('20260103000000_three', 'create table three (id int);');
  expect(await run()).toEqual(['20260103000000_three']);
  expect(await tables()).toEqual(['_prisma_migrations', 'one', 'three', 'two']);
});

it('records what Prisma would: name, sha256 of the file, finished, one step', async () => {
  await run();
  const rows = await query<{ migration_name: string; checksum: string }>(
    addressOf(name),
    'select * from _prisma_migrations order by migration_name',
  );
  const { stdout } = spawnSync('sha256sum', [join(directory, '20260101000000_one/migration.sql')], {
    encoding: 'utf8',
  });
  expect(rows[0]).toMatchObject({
    migration_name: '20260101000000_one',
    checksum: stdout.slice(0, 64),
    applied_steps_count: 1,
    rolled_back_at: null,
    finished_at: expect.any(Date),
  });
});

it('refuses a file that was edited after it ran, and one that is gone', async () => {
  await run();
  write('20260101000000_one', 'create table one (id bigint primary key);');
  await expect(run()).rejects.toMatchObject({ code: 'migrationEdited', details: { migration: '20260101000000_one' } });
  rmSync(join(directory, '20260101000000_one'), { recursive: true });
  await expect(run()).rejects.toMatchObject({ code: 'migrationMissing' });
});

it('leaves nothing of a file that fails, and goes on from there once it is mended', async () => {
  write('20260103000000_three', 'create table three (id int); select 1/0;');
  await expect(run()).rejects.toThrow(/20260103000000_three 失败,未作任何改动:division by zero/);
  expect(await tables()).toEqual(['_prisma_migrations', 'one', 'two']);
  write('20260103000000_three', 'create table three (id int);');
  expect(await run()).toEqual(['20260103000000_three']);
});

it('applies each file once when several start at the same moment on a server without the database', async () => {
  const applied = await Promise.all([1, 2, 3, 4].map(() => run()));
  expect(applied.flat().sort()).toEqual(['20260101000000_one', '20260102000000_two']);
});

it('makes the roles once for two databases at the same moment, with the passwords of their addresses', async () => {
  const other = `${name}_b`;
  const roleUrls = (database: string) =>
    ['doudi_api', 'doudi_worker'].map((username) =>
      Object.assign(new URL(addressOf(database)), { username, password: 'for-tests-alone' }).toString(),
    );
  const both = [name, other].map((database) => migrate({ url: addressOf(database), roleUrls: roleUrls(database) }));
  await Promise.all(both);
  for (const url of [...roleUrls(name), ...roleUrls(other)]) {
    expect(await query(url, 'select current_user::text as me')).toEqual([
      { me: decodeURIComponent(new URL(url).username) },
    ]);
  }
  await query(server, `drop database ${other} with (force)`);
});

it('has no password in any file, and no difference between the datamodel and the migrations', () => {
  for (const { sql } of readMigrations()) expect(sql).not.toMatch(/password '/i);
  const check = spawnSync(process.execPath, ['tools/migration-diff.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: server },
  });
  expect({ status: check.status, differs: check.stdout, error: check.stderr }).toEqual({
    status: 0,
    differs: '',
    error: '',
  });
});
