import { parseArgs } from 'node:util';
import { loadConfig } from '../config';
import { sayMismatch, sayTotals, verifyLedger } from '../store/ledger/verify';
import { createPool } from '../store/pool';

const HELP = `用法:npm run -s ledger:verify

核对资金账:每一分应发的钱都在已到账、发放失败、暂缓、待发放或在途之中,多发的都在已追回、已核销或待追回之中;
按户、批次、乡镇、县、项目、月份、资金来源,把账与发放清册、文件、回盘、追缴逐一比对。只读,不改任何数据。
需要 DATABASE_URL。没有问题时退出码为 0,有问题时为 2。`;

const { values } = parseArgs({ options: { help: { type: 'boolean' } } });

const main = async (): Promise<number> => {
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const pool = createPool({ url: loadConfig().databaseUrl, poolSize: 1, patient: true });
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    const report = await verifyLedger(client);
    await client.query('commit');
    for (const mismatch of report.mismatches) console.log(sayMismatch(mismatch));
    for (const line of sayTotals(report)) console.log(line);
    console.log(`已核对 ${report.transfers} 笔转账、${report.lines} 行发放,发现问题 ${report.mismatches.length} 处`);
    return report.mismatches.length > 0 ? 2 : 0;
  } finally {
    client.release();
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
