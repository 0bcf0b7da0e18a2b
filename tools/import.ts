import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createJob, reportOf } from '../activities/import/job';
import { runImport, type ImportProgress } from '../activities/import/run-import';
import { loadConfig } from '../config';
import { isCivilDate } from '../domain/civil-date';
import { AppError } from '../domain/errors';
import { createStore } from '../store/client';
import { createRulebook } from '../store/rulebook';
import { runningSystem } from './lib/running-system';

const USAGE = `用法:npm run -s import -- FILE.csv [选项]

  --data 目录       数据目录(默认 .doudi),系统须在运行
  --division 代码   导入范围(默认 53,全省);范围以外的户不导入
  --on 日期         按哪一天的标准和规定核算(默认今天),如 2022-04-15

文件的表头和填写方法见 docs/import.md`;

const OPTIONS = {
  data: { type: 'string', default: '.doudi' },
  division: { type: 'string', default: '53' },
  on: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

class Misuse extends Error {}

const readArguments = (args: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [file, ...more] = positionals;
    if (values.help || file === undefined || more.length > 0) throw new Misuse(USAGE);
    if (values.on !== undefined && !isCivilDate(values.on))
      throw new Misuse(`--on ${values.on} 不是日期,请写成2022-04-15`);
    if (!/^\d{2}(\d{2}){0,2}(\d{3}){0,2}$/.test(values.division))
      throw new Misuse(`--division ${values.division} 不是行政区划代码`);
    return { ...values, file };
  } catch (error) {
    throw error instanceof Misuse ? error : new Misuse(`${(error as Error).message}\n\n${USAGE}`);
  }
};

const readFile = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Misuse(`读不到文件“${file}”:${(error as Error).message}`);
  }
};

const say = ({ done, total }: ImportProgress): void => void process.stderr.write(`已处理 ${done}/${total} 户\n`);

const main = async (): Promise<number> => {
  const { file, data, division, on } = readArguments(process.argv.slice(2));
  const bytes = readFile(file);
  const config = loadConfig(runningSystem(resolve(data), process.env));
  const store = createStore({ url: config.databaseUrlWorker, keyRing: config.keyRing, poolSize: 4 });
  const deps = { store, rulebook: createRulebook(), now: () => Date.now() };
  const started = Date.now();
  try {
    const id = await createJob(deps, bytes, { fileName: basename(file), division, ...(on && { onDate: on }) });
    await runImport(deps, id, bytes, say);
    const report = await reportOf(deps, id);
    const seconds = Math.round((Date.now() - started) / 100) / 10;
    process.stdout.write(`${JSON.stringify({ importId: id, file: basename(file), seconds, ...report }, null, 2)}\n`);
    return report.total === 0 && report.findings.length > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
};

void main()
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    const known = error instanceof Misuse || error instanceof AppError;
    process.stderr.write(
      `${known ? error.message : `导入没有完成:${String(error)}\n请确认系统正在运行(npm start),然后再次导入同一文件`}\n`,
    );
    process.exitCode = error instanceof Misuse ? 2 : 1;
  });
