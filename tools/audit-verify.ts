import { parseArgs } from 'node:util';
import { loadConfig } from '../config';
import { verifyAudit } from '../store/audit-chain/verify';
import { createPool } from '../store/pool';

const HELP = `用法:npm run audit:verify [-- --anchor 上次核对时的末条]

核对审计日志的封存链:有无改动、删除、补插。需要 DATABASE_URL 与密钥环(DATA_DIR 或 KEY_RING)。
每次核对最后打印末条(日期/序号/哈希),请另处保存,下次用 --anchor 带上,可发现链尾被截断。
没有问题时退出码为 0,有问题时为 2。`;

const { values } = parseArgs({ options: { help: { type: 'boolean' }, anchor: { type: 'string' } } });

const main = async (): Promise<number> => {
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const config = loadConfig();
  const pool = createPool({ url: config.databaseUrl, poolSize: 1, patient: true });
  try {
    const { sound, waiting, findings, anchor } = await verifyAudit(pool, config.keyRing, values.anchor);
    for (const { says } of findings) console.log(says);
    console.log(`已核对 ${sound} 条,待封存 ${waiting} 条,发现问题 ${findings.length} 处`);
    if (anchor) console.log(`末条 ${anchor}`);
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
