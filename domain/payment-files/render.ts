import { encoded, encodings, lacking } from './encoding';
import type { Column, FileFormat, Totals, TotalsField } from './format';
import { lineFields, type FileLine } from './line';
import { yuanFromFen, type Fen } from '../money';

/** A value that its column cannot hold, in words. */
export class Unwritable extends Error {}

const tooWide = (title: string, bytes: number, width: number): Unwritable =>
  new Unwritable(`${title}有${bytes}字节,文件只容${width}字节`);

/** @throws Unwritable */
const bytesOf = (text: string, { encoding }: Pick<FileFormat, 'encoding'>, title: string): Uint8Array => {
  const bytes = encoded(text, encoding);
  if (!bytes) throw new Unwritable(`${title}中的“${lacking(text, encoding).join('')}”不在${encodings[encoding]}字符集`);
  return bytes;
};

/** Filled up to its width, in bytes. @throws Unwritable */
const cell = (text: string, { title, width, align, fill = ' ' }: Omit<Column<string>, 'field'>, format: FileFormat) => {
  const bytes = bytesOf(text, format, title);
  if (width === undefined) return bytes;
  if (bytes.length > width) throw tooWide(title, bytes.length, width);
  const rest = new Uint8Array(width - bytes.length).fill(fill.charCodeAt(0));
  return Buffer.concat(align === 'right' ? [rest, bytes] : [bytes, rest]);
};

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

type Cells = readonly { readonly text: string; readonly column: Omit<Column<string>, 'field'> }[];

const NEWLINE = Buffer.from('\r\n');

/** One record with its line end. @throws Unwritable */
export const recordOf = (cells: Cells, format: FileFormat): Uint8Array => {
  // Whole where the encoding has it all; cell by cell only to name what it lacks.
  const whole =
    format.medium === 'csv' && encoded(`${cells.map(({ text }) => quoted(text)).join(',')}\r\n`, format.encoding);
  if (whole) return whole;
  const parts = cells.map(({ text, column }) =>
    format.medium === 'csv' ? bytesOf(quoted(text), format, column.title) : cell(text, column, format),
  );
  const comma = Buffer.from(format.medium === 'csv' ? ',' : '');
  return Buffer.concat([...parts.flatMap((part, index) => (index === 0 ? [part] : [comma, part])), NEWLINE]);
};

export const lineCells = (line: FileLine, { columns }: FileFormat): Cells =>
  columns.map((column) => ({ text: lineFields[column.field](line), column }));

/** Why a line cannot be written in this layout; undefined where it can. */
export const unwritable = (line: FileLine, format: FileFormat): string | undefined => {
  try {
    recordOf(lineCells(line, format), format);
    return undefined;
  } catch (error) {
    if (error instanceof Unwritable) return error.message;
    throw error;
  }
};

export const totalsCells = (totals: Totals, count: number, fen: Fen): Cells => {
  const says: Readonly<Record<TotalsField, string>> = {
    label: totals.label,
    count: String(count),
    yuan: yuanFromFen(fen),
    fen: fen.toString(),
    blank: '',
  };
  return totals.columns.map(({ field, ...column }) => ({
    text: says[field],
    column: { title: totals.label, ...column },
  }));
};
