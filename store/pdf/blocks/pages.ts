import type { Block } from '../../../domain/letters/typeset/blocks';
import { mm, page } from '../page';
import type { Press } from '../press';
import { drawText } from './text';

const CAPTION = 11;
/** Two lines of the caption. */
const FOOT = mm(14);
const MARGIN = mm(15);
/** What a section's title may have taken of the page. */
const TITLED = page.top + page.lineHeight * 5;

/** Keeps a page for each page of an uploaded PDF, with the caption below it. */
export const keepPages = (press: Press, { bytes, pages, caption }: Extract<Block, { kind: 'pages' }>): void => {
  for (let index = 0; index < pages; index += 1) {
    if (press.y > TITLED || index > 0) press.newPage();
    const top = press.y > page.top ? press.y : MARGIN;
    press.kept.push({ at: press.pages - 1, bytes, index, top });
    press.y = page.bottom - FOOT;
    const text = pages === 1 ? caption : `${caption}（第${index + 1}页，共${pages}页）`;
    drawText(press, { kind: 'text', text, align: 'center', size: CAPTION });
    press.y = page.bottom;
  }
};
