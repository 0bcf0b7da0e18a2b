import { breakLines, type Line } from '../../../domain/letters/typeset/break-lines';
import type { TextBlock } from '../../../domain/letters/typeset/blocks';
import { fullWidth } from '../../../domain/letters/typeset/full-width';
import { page } from '../page';
import type { Ink, Press } from '../press';

/** The baseline within a line of that height, for characters of that size. */
export const baselineOf = (top: number, height: number, size: number): number => top + (height + size * 0.72) / 2;

/** Space between characters that fills the line; none where it would show, as beside a word that did not fit. */
const spacingOf = ({ text, width, last }: Line, available: number, size: number): number => {
  const gaps = [...text].length - 1;
  const slack = available - width;
  return last || gaps < 1 || slack <= 0 || slack > size * 2.5 ? 0 : slack / gaps;
};

export const drawText = (press: Press, block: TextBlock): void => {
  const { face = 'body', size = page.size, align = 'left', indent = 0, outdent = 0 } = block;
  const ink: Ink = { face, size, ...(block.colour !== undefined && { colour: block.colour }) };
  const height = Math.max(page.lineHeight * (size / page.size), size * 1.4);
  const available = page.textWidth - outdent * size;
  const measure = (character: string): number => press.widthOf(character, ink);
  breakLines(fullWidth(block.text), { width: available, indent: indent * size, measure }).forEach((line, at) => {
    press.room(height);
    const first = at === 0 ? indent * size : 0;
    const free = available - first - line.width;
    const x = page.left + first + (align === 'center' ? free / 2 : align === 'right' ? free : 0);
    const spacing = align === 'left' ? spacingOf(line, available - first, size) : 0;
    press.write(line.text, x, baselineOf(press.y, height, size), { ...ink, spacing });
    press.y += height;
  });
};
