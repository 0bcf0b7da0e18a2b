import type { Fen } from '../money';
import type { Column, FileFormat } from './format';
import type { FileLine } from './line';
import { lineCells, recordOf, totalsCells } from './render';
import { sheetRow, workbookOf } from './workbook';

export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly lines: number;
  readonly fen: Fen;
}

/** Takes the lines of one file and gives its bytes: the same lines are the same bytes. */
export interface FileWriter {
  /** @throws Unwritable where the layout cannot hold the line */
  add(line: FileLine): void;
  readonly lines: number;
  finish(): WrittenFile;
}

type Cells = ReturnType<typeof lineCells>;

const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const titles = (columns: readonly Column<string>[]): Cells =>
  columns.map((column) => ({ text: column.title, column: { title: column.title } }));

export const createFileWriter = (format: FileFormat): FileWriter => {
  const render =
    format.medium === 'xlsx'
      ? (cells: Cells) => sheetRow(cells.map(({ text, column }) => ({ text, numeric: column.numeric === true })))
      : (cells: Cells) => recordOf(cells, format);
  const body: Uint8Array[] = [];
  let fen = 0n;
  const finish = (): WrittenFile => {
    const { totals } = format;
    const total = totals ? [render(totalsCells(totals, body.length, fen))] : [];
    const rows = [
      ...(format.header ? [render(titles(format.columns))] : []),
      ...(totals?.place === 'first' ? total : []),
      ...body,
      ...(totals?.place === 'last' ? total : []),
    ];
    const mark = format.medium === 'csv' && format.encoding === 'utf-8' ? [UTF8_MARK] : [];
    const bytes = format.medium === 'xlsx' ? workbookOf(rows) : Buffer.concat([...mark, ...rows]);
    return { bytes, lines: body.length, fen };
  };
  return {
    add(line) {
      body.push(render(lineCells(line, format)));
      fen += line.fen;
    },
    get lines() {
      return body.length;
    },
    finish,
  };
};
