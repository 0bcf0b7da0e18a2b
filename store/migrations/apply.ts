import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { AppError } from '../../domain/errors';
import type { Migration } from './files';

/** Any number that nothing else locks: one runner at a time in a database. */
const LOCK = 7_205_301;

/** Prisma's own table, so that `prisma migrate deploy` can take over where its engine can be had. */
const TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
}

const refuseEdited = (migrations: readonly Migration[], applied: readonly Applied[]): void => {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const { migration_name: name, checksum } of applied) {
    const present = known.get(name);
    if (present === checksum) continue;
    const why =
      present === undefined
        ? '数据库比程序新,缺少这次迁移的文件;请换用新版程序'
        : '文件在执行之后被改过;请恢复原文件,另写新的迁移';
    throw new AppError(
      present === undefined ? 'migrationMissing' : 'migrationEdited',
      `数据库迁移 ${name} 有误:${why}`,
      { migration: name },
    );
  }
};

const applyOne = async (client: Client, { name, sql, checksum }: Migration): Promise<void> => {
  const startedAt = new Date();
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const said = error instanceof Error ? error.message : String(error);
    throw new AppError('migrationFailed', `数据库迁移 ${name} 失败,未作任何改动:${said}`, { migration: name });
  }
};

/**
 * Applies what is not yet applied, each file whole or not at all; runners at the same time wait for one another.
 * Answers the names applied. @throws AppError migrationEdited, migrationMissing, migrationFailed
 */
export const applyMigrations = async (
  client: Client,
  migrations: readonly Migration[],
  say: (text: string) => void,
): Promise<readonly string[]> => {
  await client.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    await client.query(TABLE);
    const { rows } = await client.query<Applied>(
      'select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    );
    refuseEdited(migrations, rows);
    const done = new Set(rows.map(({ migration_name: name }) => name));
    const waiting = migrations.filter(({ name }) => !done.has(name));
    for (const [index, migration] of waiting.entries()) {
      say(`数据库迁移 ${index + 1}/${waiting.length}:${migration.name}`);
      await applyOne(client, migration);
    }
    return waiting.map(({ name }) => name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]);
  }
};
