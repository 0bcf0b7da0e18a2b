import PDFDocument from 'pdfkit';
import type { Face, Paper } from '../../domain/letters/typeset/blocks';
import type { FontBook } from './fonts/book';
import { colours, page } from './page';
import type { KeptPage } from './uploaded';

export interface Ink {
  readonly face: Face;
  readonly size: number;
  readonly colour?: string;
  /** Points between characters, to fill a line. */
  readonly spacing?: number;
}

export interface Entry {
  readonly title: string;
  readonly page: number;
}

/** Where blocks are drawn: the document, how far down the page it is, and what the contents will list. */
export interface Press {
  readonly document: PDFKit.PDFDocument;
  /** Points from the top of the page. */
  y: number;
  /** Counted from 1. */
  readonly pages: number;
  readonly entries: Entry[];
  /** Pages kept for the table of contents, by index. */
  readonly contents: number[];
  /** Pages kept for those of uploaded PDFs. */
  readonly kept: KeptPage[];
  newPage(): void;
  /** Goes to a new page when less than this is left. */
  room(height: number): void;
  widthOf(text: string, ink: Ink): number;
  /** One line from x, its characters standing on `baseline`. */
  write(text: string, x: number, baseline: number, ink: Ink): void;
  rule(x1: number, x2: number, y: number, colour?: string, thickness?: number): void;
}

const infoOf = ({ title, subject, author, createdAt }: Paper) => ({
  Title: title,
  Subject: subject,
  Author: author,
  Creator: 'Doudi',
  Producer: 'Doudi',
  CreationDate: new Date(createdAt),
  ModDate: new Date(createdAt),
});

export const createPress = (fonts: FontBook, paper: Paper): Press => {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    pdfVersion: '1.7',
    info: infoOf(paper),
  });
  let pages = 0;
  const press: Press = {
    document,
    y: page.top,
    entries: [],
    contents: [],
    kept: [],
    get pages() {
      return pages;
    },
    newPage() {
      document.addPage({ size: 'A4', margin: 0 });
      pages += 1;
      press.y = page.top;
    },
    room(height) {
      if (press.y + height > page.bottom + 0.5) press.newPage();
    },
    widthOf: (text, { face, size, spacing = 0 }) =>
      [...text].reduce((sum, character) => sum + fonts.width(face, character, size) + spacing, 0),
    write(text, x, baseline, ink) {
      let at = x;
      document.fillColor(ink.colour ?? colours.black);
      for (const { font, text: part } of fonts.runs(ink.face, text)) {
        // The types know only sources to open; an opened font is taken as well and shared between documents.
        document.font(font as unknown as Uint8Array, font.postscriptName).fontSize(ink.size);
        document.text(part, at, baseline, {
          lineBreak: false,
          baseline: 'alphabetic',
          characterSpacing: ink.spacing ?? 0,
        });
        at += press.widthOf(part, ink);
      }
    },
    rule(x1, x2, y, colour = colours.rule, thickness = 0.6) {
      document.lineWidth(thickness).strokeColor(colour).moveTo(x1, y).lineTo(x2, y).stroke();
    },
  };
  press.newPage();
  return press;
};
