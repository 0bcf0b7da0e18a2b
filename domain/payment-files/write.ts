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
  finish(): WrittenFile;
}

/** Rows of a page. */
const PAGE = 1_000;

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
  const page: Uint8Array[] = [];
  let lines = 0;
  let fen = 0n;
  // A row by itself costs more than its bytes; a page is one piece.
  const turn = (): void => {
    body.push(Buffer.concat(page));
    page.length = 0;
  };
  const finish = (): WrittenFile => {
    turn();
    const last = headed + lines + 1;
    const total = totals ? [render(totalsCells(totals, lines, fen), totals.place === 'first' ? headed : last)] : [];
    const rows = [
      ...(header ? [render(titles(format.columns), 1)] : []),
      ...(totals?.place === 'first' ? total : []),
      ...body,
      ...(totals?.place === 'last' ? total : []),
    ];
    const mark = format.medium === 'csv' && format.encoding === 'utf-8' ? [UTF8_MARK] : [];
    const bytes = format.medium === 'xlsx' ? workbookOf(rows) : Buffer.concat([...mark, ...rows]);
    return { bytes, lines, fen };
  };
  return {
    add(line) {
      lines += 1;
      page.push(render(lineCells(line, format), headed + lines));
      fen += line.fen;
      if (page.length === PAGE) turn();
    },
    finish,
  };
};
