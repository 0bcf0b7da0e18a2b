import { join } from 'node:path';
import { loadConfig } from '../config';
import { createFieldCipher } from '../store/crypto';
import { createFileStore } from '../store/files';
import { createPool } from '../store/pool';
import { rotateKeys } from '../store/rotation';

const HELP = `用法:npm run keys:rotate

把用旧密钥加密的数据和附件改用当前密钥重新加密。先在密钥环中加入新密钥并重启各进程(见 docs/operations.md)。
可随时中断,再次运行接着做;系统可以照常使用。需要属主的 DATABASE_URL 与 DATA_DIR(或 KEY_RING)。
全部完成之前不要删除旧密钥;流程引擎的历史和90天内的接口应答仍用旧密钥,旧密钥应长期保留。`;

const main = async (): Promise<void> => {
  if (process.argv.includes('--help')) return console.log(HELP);
  const config = loadConfig();
  const { keyRing } = config;
  const cipher = createFieldCipher(keyRing);
  const pool = createPool({ url: config.databaseUrl, poolSize: 1, patient: true });
  try {
    const files = createFileStore({ directory: join(config.dataDir, 'files'), cipher });
    const total = await rotateKeys({ pool, cipher, files, say: console.log });
    console.log(`已改用密钥 ${keyRing.fields.current},重新加密 ${total} 项`);
  } finally {
    await pool.end();
  }
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
