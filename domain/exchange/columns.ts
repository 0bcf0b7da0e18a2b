import { AppError } from '../errors';
import { plain, type Sheet, type SheetLine } from './cells';

/** The cell of a field on a line, '' where the file has no such column or nothing in it. */
export type CellReader<Field extends string> = (line: SheetLine, field: Field) => string;

/**
 * Finds the columns of a file by any of their titles, in whatever order.
 * @throws AppError exchangeUnreadable naming the columns that are missing, and those that were found.
 */
export const readerOf = <Field extends string>(
  { head }: Sheet,
  titles: Readonly<Partial<Record<Field, readonly string[]>>>,
  required: readonly Field[],
): CellReader<Field> => {
  const found = head.map(plain);
  const places = new Map<string, number>();
  for (const [field, names] of Object.entries<readonly string[] | undefined>(titles)) {
    const at = found.findIndex((title) => (names ?? []).includes(title));
    if (at >= 0) places.set(field, at);
  }
  const missing = required.filter((field) => !places.has(field));
  if (missing.length > 0) {
    const wanted = missing.map((field) => `“${(titles[field] ?? [field])[0]}”`).join('、');
    throw new AppError(
      'exchangeUnreadable',
      `第1行(表头)缺少列${wanted};读到的列是:${found.filter(Boolean).join('、') || '(空)'}。请核对是否选错了文件,或由管理员在参数中补充列名`,
    );
  }
  return ({ cells }, field) => plain(cells[places.get(field) ?? -1] ?? '');
};
