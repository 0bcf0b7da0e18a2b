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
  const { totals, header } = format;
  const render = (cells: Cells, number: number): Uint8Array =>
    format.medium === 'xlsx'
      ? sheetRow(
          number,
          cells.map(({ text, column }) => ({ text, numeric: column.numeric === true })),
        )
      : recordOf(cells, format);
  const headed = (header ? 1 : 0) + (totals?.place === 'first' ? 1 : 0);
  const body: Uint8Array[] = [];
  let fen = 0n;
  const finish = (): WrittenFile => {
    const last = headed + body.length + 1;
    const total = totals
      ? [render(totalsCells(totals, body.length, fen), totals.place === 'first' ? headed : last)]
      : [];
    const rows = [
      ...(header ? [render(titles(format.columns), 1)] : []),
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
      body.push(render(lineCells(line, format), headed + body.length + 1));
      fen += line.fen;
    },
    get lines() {
      return body.length;
    },
    finish,
  };
};
