import { Readable } from 'node:stream';
import type { Cells } from '../../domain/payment-files/answers';
import { excel } from '../excel';
import { MOST_COLUMNS, tooManyColumns, tooManyRows, usualTableLimits, type TableLimits } from './limits';
import { inReadingOrder } from './reading-order';

/** A date of a sheet has no zone: the library gives it as midnight of UTC. */
const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value as string | number | boolean);
  if ('richText' in value)
    return (value.richText as readonly { readonly text: string }[]).map(({ text }) => text).join('');
  if ('text' in value) return String(value.text);
  return 'result' in value ? cellText(value.result) : '';
};

/**
 * The rows with content of a workbook's first sheet, one by one: of the sheet itself never more than a row is held, of the
 * texts it refers to all. @throws AppError fileTooLarge, Error where the workbook is damaged
 */
export const workbookRows = async function* (
  bytes: Uint8Array,
  limits: TableLimits = usualTableLimits,
): AsyncGenerator<Cells> {
  const { stream: workbooks } = await excel();
  const reader = new workbooks.xlsx.WorkbookReader(Readable.from(await inReadingOrder(bytes, limits)), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    // Whether a number is a date is a matter of its format.
    styles: 'cache',
    hyperlinks: 'ignore',
  });
  let seen = 0;
  for await (const sheet of reader)
    for await (const { number, values } of sheet) {
      if (!Array.isArray(values)) continue;
      if (values.length > MOST_COLUMNS + 1) throw tooManyColumns(number);
      const cells = Array.from(values, cellText).slice(1);
      if (cells.every((cell) => cell.trim() === '')) continue;
      seen += 1;
      if (seen > limits.rows) throw tooManyRows(limits);
      yield { row: number, cells };
    }
};
