import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { root } from './lib/files.mjs';

const HELP = `用法:DATABASE_URL=… node tools/migration-diff.mjs [--check] [--name 名称] [--from-empty]

  (无选项)      打印从上一次迁移到 prisma/schema.prisma 的 SQL
  --name 名称   写成新的迁移文件夹,内有 migration.sql 与当时的 schema.prisma;随后请通读并补上策略、授权
  --from-empty  从空库比较
  --check       有差异时以退出码 2 结束

DATABASE_URL 可以是任何可连接的 PostgreSQL,不会写入。`;

const migrations = join(root, 'prisma/migrations');
const schemaFile = join(root, 'prisma/schema.prisma');

/** The engine that Prisma ships as WebAssembly: the native one would have to be downloaded. It insists on a connection. */
const openEngine = async (connectionString) => {
  const require = createRequire(import.meta.url);
  // A dependency of the adapter, which must be the very one that it was built with.
  const { bindMigrationAwareSqlAdapterFactory } = createRequire(require.resolve('@prisma/adapter-pg'))(
    '@prisma/driver-adapter-utils',
  );
  const bindings = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bg = await import(bindings);
  const bytes = readFileSync(join(bindings, '../schema_engine_bg.wasm'));
  const module = await globalThis.WebAssembly.compile(bytes);
  const { exports } = await globalThis.WebAssembly.instantiate(module, { './schema_engine_bg.js': bg });
  bg.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString }));
  const datamodels = [[schemaFile, readFileSync(schemaFile, 'utf8')]];
  return bg.SchemaEngine.new({ datamodels }, () => {}, adapter);
};

const datamodel = (file) => ({
  tag: 'schemaDatamodel',
  files: [{ path: schemaFile, content: readFileSync(file, 'utf8') }],
  configDir: root,
});

/** The schema as the newest migration left it, kept beside that migration. */
const lastReleased = () =>
  readdirSync(migrations)
    .filter((name) => /^\d{14}_/.test(name))
    .sort()
    .map((name) => join(migrations, name, 'schema.prisma'))
    .filter((file) => {
      try {
        return readFileSync(file).length > 0;
      } catch {
        return false;
      }
    })
    .at(-1);

const diff = async (connectionString, fromEmpty) => {
  const last = fromEmpty ? undefined : lastReleased();
  const engine = await openEngine(connectionString);
  const result = await engine.diff({
    from: last ? datamodel(last) : { tag: 'empty' },
    to: datamodel(schemaFile),
    script: true,
    exitCode: true,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return { differs: result.exitCode === 2, sql: result.stdout ?? '' };
};

const writeMigration = (name, sql) => {
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const folder = join(migrations, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  writeFileSync(join(folder, 'schema.prisma'), readFileSync(schemaFile));
  return folder;
};

const { values } = parseArgs({
  options: {
    check: { type: 'boolean' },
    name: { type: 'string' },
    'from-empty': { type: 'boolean' },
    help: { type: 'boolean' },
  },
});
if (values.help || !process.env.DATABASE_URL) {
  console.log(HELP);
  process.exit(values.help ? 0 : 1);
}
const { differs, sql } = await diff(process.env.DATABASE_URL, values['from-empty']);
if (values.name && differs) console.log(writeMigration(values.name, sql));
else if (differs) console.log(sql);
process.exit(values.check && differs ? 2 : 0);
