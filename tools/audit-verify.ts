import { loadConfig } from '../config';
import { verifyAudit } from '../store/audit-chain/verify';
import { createPool } from '../store/pool';

const HELP = `用法:npm run audit:verify

核对审计日志的封存链:有无改动、删除、补插。需要 DATABASE_URL 与密钥环(DATA_DIR 或 KEY_RING)。
没有问题时退出码为 0,有问题时为 2。`;

const main = async (): Promise<number> => {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const config = loadConfig();
  const pool = createPool({ url: config.databaseUrl, poolSize: 1, statementTimeoutMs: 0 });
  try {
    const { sound, waiting, findings } = await verifyAudit(pool, config.keyRing);
    for (const { says } of findings) console.log(says);
    console.log(`已核对 ${sound} 条,待封存 ${waiting} 条,发现问题 ${findings.length} 处`);
    return findings.length > 0 ? 2 : 0;
  } finally {
    await pool.end();
  }
};

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
