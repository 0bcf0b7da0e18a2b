import type { Block } from '../../../domain/letters/typeset/blocks';
import { colours, mm, page } from '../page';
import type { Press } from '../press';
import { baselineOf, drawText } from './text';

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

const HEAD_SIZE = 30;
const HEAD_TOP = mm(25);

/** The office's name in red, as large as the width allows, its number under it, and the red line below. */
export const drawLetterhead = (press: Press, { office, number }: Of<'letterhead'>): void => {
  const unit = press.widthOf(office, { face: 'title', size: 1 });
  const size = Math.min(HEAD_SIZE, page.textWidth / unit);
  const ink = { face: 'title', size, colour: colours.red } as const;
  press.write(office, page.left + (page.textWidth - unit * size) / 2, HEAD_TOP + HEAD_SIZE, ink);
  press.y = HEAD_TOP + HEAD_SIZE + mm(7);
  if (number) drawText(press, { kind: 'text', text: number, align: 'center' });
  press.y += mm(2);
  press.rule(page.left, page.right, press.y, colours.red, 2);
  press.y += mm(10);
};

export const drawTitle = (press: Press, { text }: Of<'title'>): void => {
  press.room(page.lineHeight * 4);
  drawText(press, { kind: 'text', text, face: 'title', size: page.titleSize, align: 'center' });
};

/** Stays with the two lines that follow it. */
export const drawHeading = (press: Press, { text, size = page.size }: Of<'heading'>): void => {
  press.room(page.lineHeight * 3);
  drawText(press, { kind: 'text', text, face: 'heading', size });
};

export const drawSection = (press: Press, { title, contents }: Of<'section'>): void => {
  if (press.y > page.top) press.newPage();
  press.entries.push({ title: contents, page: press.pages });
  press.document.outline.addItem(contents);
  drawTitle(press, { kind: 'title', text: title });
  press.y += page.lineHeight / 2;
};

const SEAL = mm(42);

/** Office and date four characters from the right; the seal goes over both. */
export const drawSignature = (press: Press, { office, date, seal }: Of<'signature'>): void => {
  press.room(page.lineHeight * 6);
  press.y += page.lineHeight * 2;
  const ink = { face: 'body', size: page.size } as const;
  const [officeWidth, dateWidth] = [press.widthOf(office, ink), press.widthOf(date, ink)];
  const right = page.right - 4 * page.size;
  const centre = Math.min(right - dateWidth / 2, page.right - officeWidth / 2);
  const top = press.y;
  drawSeal(press, centre, top + page.lineHeight, seal);
  press.write(office, centre - officeWidth / 2, baselineOf(top, page.lineHeight, page.size), ink);
  press.write(date, centre - dateWidth / 2, baselineOf(top + page.lineHeight, page.lineHeight, page.size), ink);
  press.y += page.lineHeight * 2;
};

/** A faint ring where the seal belongs, and whose it is below. */
const drawSeal = (press: Press, centre: number, middle: number, seal: string): void => {
  const { document } = press;
  document.save().lineWidth(0.5).strokeColor(colours.grey).dash(3, { space: 3 });
  document.circle(centre, middle, SEAL / 2).stroke();
  document.undash().restore();
  const ink = { face: 'body', size: 9, colour: colours.grey } as const;
  seal.split('\n').forEach((line, at) => {
    const x = Math.min(centre - press.widthOf(line, ink) / 2, page.right - press.widthOf(line, ink));
    press.write(line, x, middle + SEAL / 2 + 12 + at * 12, ink);
  });
};
