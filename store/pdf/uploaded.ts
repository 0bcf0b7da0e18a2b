import type { PDFDocument, PDFEmbeddedPage, PDFPage, Rotation } from '@cantoo/pdf-lib';
import { mm, page } from './page';

/** Loaded with the first PDF that somebody uploaded. */
const pdfLib = () => import('@cantoo/pdf-lib');

/** More than this is no paper of a household; it stays in the system and is printed from there. */
const MOST_PAGES = 200;

export type UploadedPdf =
  { readonly state: 'readable'; readonly pages: number } | { readonly state: 'encrypted' | 'damaged' | 'tooLong' };

/** What an uploaded PDF is good for. */
export const inspectPdf = async (bytes: Uint8Array): Promise<UploadedPdf> => {
  const { EncryptedPDFError, PDFDocument } = await pdfLib();
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const pages = document.getPageCount();
    // Reads every page's tree: a file that ends in the middle says so here and not while printing.
    await (await PDFDocument.create()).embedPages(document.getPages().slice(0, MOST_PAGES));
    if (pages === 0) return { state: 'damaged' };
    return pages > MOST_PAGES ? { state: 'tooLong' } : { state: 'readable', pages };
  } catch (error) {
    return { state: error instanceof EncryptedPDFError ? 'encrypted' : 'damaged' };
  }
};

/** A page of the printed file that was kept free for one page of an uploaded PDF. */
export interface KeptPage {
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly index: number;
  /** Points from the top of the page that are taken already. */
  readonly top: number;
}

/** Room on the page above the caption and the page's number. */
const room = { left: mm(15), bottom: mm(52), width: page.width - mm(30) };

/** Where an embedded page begins when it is turned as its reader would see it, clockwise. */
const placeOf = (angle: number, width: number, height: number): { x: number; y: number; turned: boolean } => {
  if (angle === 90) return { x: 0, y: width, turned: true };
  if (angle === 180) return { x: width, y: height, turned: false };
  return angle === 270 ? { x: height, y: 0, turned: true } : { x: 0, y: 0, turned: false };
};

const drawInto = (target: PDFPage, embedded: PDFEmbeddedPage, angle: number, top: number, rotate: Rotation): void => {
  const height = page.height - room.bottom - top;
  const { turned } = placeOf(angle, 1, 1);
  const [shownWidth, shownHeight] = turned ? [embedded.height, embedded.width] : [embedded.width, embedded.height];
  const scale = Math.min(room.width / shownWidth, height / shownHeight, 1);
  const drawn = { width: embedded.width * scale, height: embedded.height * scale };
  const start = placeOf(angle, drawn.width, drawn.height);
  const [left, bottom] = [(room.width - shownWidth * scale) / 2, height - shownHeight * scale];
  target.drawPage(embedded, {
    x: room.left + left + start.x,
    y: room.bottom + bottom + start.y,
    ...drawn,
    rotate,
  });
};

/** Draws the uploaded pages where room was kept for them. The same input gives the same bytes. */
export const drawKeptPages = async (printed: Uint8Array, kept: readonly KeptPage[]): Promise<Buffer> => {
  const { degrees, PDFDocument: Pdf } = await pdfLib();
  const document = await Pdf.load(printed, { updateMetadata: false });
  const sources = new Map<Uint8Array, PDFDocument>();
  for (const { at, bytes, index, top } of kept) {
    const source = sources.get(bytes) ?? (await Pdf.load(bytes, { updateMetadata: false }));
    sources.set(bytes, source);
    const from = source.getPage(index);
    const angle = ((from.getRotation().angle % 360) + 360) % 360;
    drawInto(document.getPage(at), await document.embedPage(from), angle, top, degrees(-angle));
  }
  return Buffer.from(await document.save({ useObjectStreams: false, addDefaultPage: false }));
};
