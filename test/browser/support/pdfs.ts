import {
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFString,
  beginText,
  endText,
  moveText,
  rgb,
  setFontAndSize,
  showText,
} from '@cantoo/pdf-lib';

const A4: [number, number] = [595, 842];

const bytesOf = async (pdf: PDFDocument): Promise<Buffer> => Buffer.from(await pdf.save());

const coloured = async (): Promise<PDFDocument> => {
  const pdf = await PDFDocument.create();
  for (const color of [rgb(1, 0, 0), rgb(0, 0, 1)])
    pdf.addPage(A4).drawRectangle({ x: 200, y: 320, width: 200, height: 200, color });
  return pdf;
};

/** Two pages: a red field in the middle of the first, a blue one in the middle of the second. */
export const twoPages = async (): Promise<Buffer> => bytesOf(await coloured());

/** Opens with a password alone. */
export const locked = async (): Promise<Buffer> => {
  const pdf = await coloured();
  pdf.encrypt({ userPassword: 'yunnan-2022', ownerPassword: 'yunnan-2022' });
  return bytesOf(pdf);
};

/** Begins as a PDF does, and has no page. */
export const damaged = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** 低保 in a font that the file names and does not bring along. */
export const withoutFont = async (): Promise<Buffer> => {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage(A4);
  const font = pdf.context.register(
    pdf.context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: 'STSong-Light',
      Encoding: 'UniGB-UCS2-H',
      DescendantFonts: [
        {
          Type: 'Font',
          Subtype: 'CIDFontType0',
          BaseFont: 'STSong-Light',
          CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('GB1'), Supplement: 2 },
          FontDescriptor: {
            Type: 'FontDescriptor',
            FontName: 'STSong-Light',
            Flags: 6,
            FontBBox: [-25, -254, 1000, 880],
            ItalicAngle: 0,
            Ascent: 880,
            Descent: -120,
            CapHeight: 880,
            StemV: 93,
          },
        },
      ],
    }),
  );
  page.node.setFontDictionary(PDFName.of('F1'), font);
  page.pushOperators(
    beginText(),
    setFontAndSize('F1', 200),
    moveText(100, 500),
    showText(PDFHexString.of('4F4E4FDD')),
    endText(),
  );
  return bytesOf(pdf);
};
