import { join } from 'node:path';
import { root } from './lib/files.mjs';
import { withClient } from './lib/postgres.mjs';
import { run } from './lib/run.mjs';

// For a deployment with servers of its own: migrates as the owner (DATABASE_URL), then gives the roles that API and worker
// use the passwords in their addresses. `npm start` does the same for itself.
const ROLE_VARIABLES = ['DATABASE_URL_API', 'DATABASE_URL_WORKER'];

try {
  if (!process.env.DATABASE_URL) throw new Error('缺少环境变量 DATABASE_URL(数据库属主的连接地址)');
  console.log(
    await run(process.execPath, ['--enable-source-maps', join(root, 'dist/store/migrate.js')], { cwd: root }),
  );
  await withClient(process.env.DATABASE_URL, async (client) => {
    for (const address of ROLE_VARIABLES.map((variable) => process.env[variable]).filter(Boolean)) {
      const { username, password } = new URL(address);
      const [role, secret] = [username, password].map(decodeURIComponent);
      await client.query(`alter role ${client.escapeIdentifier(role)} login password ${client.escapeLiteral(secret)}`);
      console.log(`角色 ${role} 已设密码`);
    }
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
