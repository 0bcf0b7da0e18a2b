import type { Block, Paper } from '../../domain/letters/typeset/blocks';
import { keepContents, fillContents } from './blocks/contents';
import { keepPages } from './blocks/pages';
import { drawPicture } from './blocks/picture';
import { drawTable } from './blocks/table';
import { drawText } from './blocks/text';
import { drawHeading, drawLetterhead, drawSection, drawSignature, drawTitle } from './blocks/titles';
import { createFontBook, type FontBook } from './fonts/book';
import { mm, page } from './page';
import { createPress, type Press } from './press';
import { drawKeptPages } from './uploaded';

export interface Printer {
  /** The same paper gives the same bytes. @throws AppError fontMissing, fontLacksCharacter */
  print(paper: Paper): Promise<Buffer>;
}

type Drawers = { readonly [Kind in Block['kind']]: (press: Press, block: Extract<Block, { kind: Kind }>) => void };

const drawersFor = (paper: Paper): Drawers => ({
  text: drawText,
  table: drawTable,
  letterhead: drawLetterhead,
  title: drawTitle,
  heading: drawHeading,
  signature: drawSignature,
  picture: drawPicture,
  pages: keepPages,
  section: drawSection,
  space: (press, { lines }) => void (press.y += lines * page.lineHeight),
  pageBreak: (press) => press.newPage(),
  contents: (press) => keepContents(press, paper.blocks),
});

/** — 1 —, 7 mm below the type area; odd pages at the right, even ones at the left, one character in. */
const numberPages = (press: Press): void => {
  const ink = { face: 'body', size: page.numberSize } as const;
  for (let index = 0; index < press.pages; index += 1) {
    press.document.switchToPage(index);
    const text = `— ${index + 1} —`;
    const x = index % 2 === 0 ? page.right - page.numberSize - press.widthOf(text, ink) : page.left + page.numberSize;
    press.write(text, x, page.bottom + mm(7) + page.numberSize * 0.36, ink);
  }
};

const bytesOf = (document: PDFKit.PDFDocument): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });

const draw = (fonts: FontBook, paper: Paper): Press => {
  const press = createPress(fonts, paper);
  const drawers = drawersFor(paper);
  const drawBlock = <Kind extends Block['kind']>(block: Extract<Block, { kind: Kind }>): void =>
    (drawers[block.kind as Kind] as (press: Press, block: Extract<Block, { kind: Kind }>) => void)(press, block);
  for (const block of paper.blocks) drawBlock(block);
  fillContents(press);
  numberPages(press);
  return press;
};

/** Looks for fonts when the first paper is printed, so that a machine without them still runs. */
export const createPrinter = ({ fontDir = '' }: { readonly fontDir?: string } = {}): Printer => {
  let fonts: FontBook | undefined;
  return {
    async print(paper) {
      fonts ??= createFontBook(fontDir);
      const { document, kept } = draw(fonts, paper);
      const printed = await bytesOf(document);
      return kept.length === 0 ? printed : drawKeptPages(printed, kept);
    },
  };
};
