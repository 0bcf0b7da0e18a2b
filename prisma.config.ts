import { defineConfig } from 'prisma/config';

// Only `prisma generate` runs here; migrations are applied by store/migrate.ts, so no address is needed.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: 'postgresql://unset' },
});
