import { breakLines } from '../../../domain/letters/typeset/break-lines';
import type { TableBlock } from '../../../domain/letters/typeset/blocks';
import type { Face } from '../../../domain/letters/typeset/blocks';
import { fullWidth } from '../../../domain/letters/typeset/full-width';
import { page } from '../page';
import type { Press } from '../press';
import { baselineOf } from './text';

const PADDING = 4;
const SIZE = 11;

interface Cell {
  readonly lines: readonly string[];
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** The cells of a row with their text broken to the width. */
const layRow = (press: Press, table: TableBlock, texts: readonly string[], face: Face): Cell[] => {
  const size = table.size ?? SIZE;
  const shares = table.columns.reduce((sum, { share }) => sum + share, 0);
  let x: number = page.left;
  return table.columns.map(({ share, align = 'left' }, at) => {
    const width = (page.textWidth * share) / shares;
    const measure = (character: string): number => press.widthOf(character, { face, size });
    const lines = (texts[at] ?? '')
      .split('\n')
      .flatMap((text) => breakLines(fullWidth(text), { width: width - 2 * PADDING, measure }).map((line) => line.text));
    const cell = { lines, x, width, align };
    x += width;
    return cell;
  });
};

/** A part of a row that fits the page: lines `from` to `to` of each cell. */
const drawPart = (
  press: Press,
  cells: readonly Cell[],
  from: number,
  to: number,
  ink: { face: Face; size: number },
) => {
  const step = ink.size * 1.5;
  const height = (to - from) * step + 2 * PADDING;
  for (const { lines, x, width, align } of cells) {
    press.document.lineWidth(0.5).strokeColor('#606060').rect(x, press.y, width, height).stroke();
    lines.slice(from, to).forEach((line, at) => {
      const free = width - 2 * PADDING - press.widthOf(line, ink);
      const left = x + PADDING + (align === 'right' ? free : 0);
      press.write(line, left, baselineOf(press.y + PADDING + at * step, step, ink.size), ink);
    });
  }
  press.y += height;
};

/** The head is repeated on each page; a row higher than a page goes on over the next. */
export const drawTable = (press: Press, table: TableBlock): void => {
  const size = table.size ?? SIZE;
  const step = size * 1.5;
  const titled = table.columns.some(({ title }) => title !== undefined);
  const head = titled
    ? layRow(
        press,
        table,
        table.columns.map(({ title = '' }) => title),
        'heading',
      )
    : [];
  const linesOf = (cells: readonly Cell[]): number => Math.max(1, ...cells.map(({ lines }) => lines.length));
  const drawHead = (): void => {
    if (titled) drawPart(press, head, 0, linesOf(head), { face: 'heading', size });
  };
  const left = (): number => Math.floor((page.bottom - press.y - 2 * PADDING) / step);
  const turn = (): void => {
    press.newPage();
    drawHead();
  };
  press.y += PADDING;
  if (left() < linesOf(head) + 2) press.newPage();
  drawHead();
  for (const texts of table.rows) {
    const cells = layRow(press, table, texts, 'body');
    const count = linesOf(cells);
    if (left() < count && (count <= 8 || left() < 4)) turn();
    let from = 0;
    while (from < count) {
      if (left() < 1) turn();
      const to = Math.min(count, from + Math.max(1, left()));
      drawPart(press, cells, from, to, { face: 'body', size });
      from = to;
    }
  }
  press.y += page.lineHeight / 2;
};
