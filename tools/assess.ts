import { readFileSync } from 'node:fs';
import { createAssessor } from '../domain/dibao/assess';
import { nationalParameters } from '../domain/parameters/generated';
import { createParameters } from '../domain/parameters/resolve';
import { answerText } from './assess-text';

const USAGE = '用法:npm run -s assess -- FILE.json(或 - 从标准输入读;一份 JSON、一个数组,或每行一份)';

const main = (file: string | undefined): number => {
  if (file === undefined || file === '--help') {
    process.stderr.write(`${USAGE}\n`);
    return file === undefined ? 2 : 0;
  }
  let text: string;
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (thrown) {
    process.stderr.write(`读不到文件“${file}”:${String(thrown)}\n${USAGE}\n`);
    return 2;
  }
  const { results, several, failed } = answerText(text, createAssessor(createParameters(nationalParameters)));
  for (const result of results) process.stdout.write(`${JSON.stringify(result, null, several ? 0 : 2)}\n`);
  return failed ? 1 : 0;
};

process.exitCode = main(process.argv[2]);
