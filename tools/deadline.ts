import { parseArgs } from 'node:util';
import { deadlineAnswer, deadlineQuestion } from '../api/deadlines/previewSchema';
import { asAppError, invalidInput } from '../api/http/errors';
import { createCalendar, localOverlays, nationalCalendarYears } from '../domain/calendar';
import { previewDeadline } from '../domain/deadlines/preview';
import { AppError } from '../domain/errors';
import { parameters } from '../domain/parameters';

const USAGE =
  '用法:npm run -s deadline -- --kind 种类 --from 日期 --division 区划代码 [--variant 情形] [--months 月数] [--on 适用规定之日]';

const text = { type: 'string' } as const;
const options = {
  kind: text,
  from: text,
  division: text,
  variant: text,
  months: text,
  on: text,
  help: { type: 'boolean' },
} as const;

/** @throws AppError for an option that is unknown or has no value */
const readOptions = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const unknown = /'(?:-+)([^'\s<]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new AppError('invalidInput', `参数“${unknown}”不认识或没有值;${USAGE}`, {
      fields: [{ path: unknown, message: '参数不认识或没有值' }],
    });
  }
};

const wholeNumber = (months: string): number | string => (/^\d{1,4}$/.test(months) ? Number(months) : months);

const main = (args: readonly string[]): number => {
  try {
    const { help, months, ...rest } = readOptions(args);
    if (help) {
      process.stdout.write(`${USAGE}\n`);
      return 0;
    }
    const read = deadlineQuestion.safeParse({ ...rest, ...(months !== undefined && { months: wholeNumber(months) }) });
    if (!read.success) throw invalidInput(read.error);
    const rules = { parameters, calendar: createCalendar(nationalCalendarYears, localOverlays) };
    process.stdout.write(`${JSON.stringify(deadlineAnswer(previewDeadline(read.data, rules)), null, 2)}\n`);
    return 0;
  } catch (thrown) {
    const { code, message, details } = asAppError(thrown);
    process.stderr.write(
      `${JSON.stringify({ type: `urn:doudi:problem:${code}`, code, detail: message, ...details }, null, 2)}\n`,
    );
    return 1;
  }
};

process.exitCode = main(process.argv.slice(2));
