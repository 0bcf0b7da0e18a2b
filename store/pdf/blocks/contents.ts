import type { Block } from '../../../domain/letters/typeset/blocks';
import { fullWidth } from '../../../domain/letters/typeset/full-width';
import { page } from '../page';
import type { Entry, Press } from '../press';
import { baselineOf, drawText } from './text';

const SIZE = 14;
const STEP = 26;
const HEAD = page.lineHeight * 3;
const PER_PAGE = Math.floor((page.bottom - page.top - HEAD) / STEP);

/** Keeps as many pages as the sections that follow will need. */
export const keepContents = (press: Press, blocks: readonly Block[]): void => {
  const sections = blocks.filter(({ kind }) => kind === 'section').length;
  for (let kept = 0; kept < Math.max(1, Math.ceil(sections / PER_PAGE)); kept += 1) {
    if (press.y > page.top || kept > 0) press.newPage();
    press.contents.push(press.pages - 1);
  }
  press.y = page.top + 1;
};

const drawEntry = (press: Press, entry: Entry): void => {
  const [title, number] = [fullWidth(entry.title), entry.page];
  const ink = { face: 'body', size: SIZE } as const;
  const baseline = baselineOf(press.y, STEP, SIZE);
  const [label, target] = [press.widthOf(title, ink), String(number)];
  const right = page.right - press.widthOf(target, ink);
  press.write(title, page.left, baseline, ink);
  press.write(target, right, baseline, ink);
  press.document.save().lineWidth(0.8).strokeColor('#606060').dash(0.8, { space: 3 });
  press.document
    .moveTo(page.left + label + 6, baseline - 2)
    .lineTo(right - 6, baseline - 2)
    .stroke();
  press.document.undash().restore();
  press.y += STEP;
};

/** Fills the pages that were kept, now that every section has its page. */
export const fillContents = (press: Press): void => {
  press.contents.forEach((index, at) => {
    press.document.switchToPage(index);
    press.y = page.top;
    drawText(press, { kind: 'text', text: '目录', face: 'title', size: page.titleSize, align: 'center' });
    press.y = page.top + HEAD;
    for (const entry of press.entries.slice(at * PER_PAGE, (at + 1) * PER_PAGE)) drawEntry(press, entry);
  });
};
