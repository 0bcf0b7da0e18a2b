import { degrees, PDFDocument } from '@cantoo/pdf-lib';
import type { Paper } from '../../domain/letters/typeset/blocks';
import { createPrinter } from './print';
import { inspectPdf } from './uploaded';

const created = new Date('2022-08-10T02:00:00Z');

const scan = async (angles: readonly number[], password = ''): Promise<Buffer> => {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setCreationDate(created);
  for (const angle of angles) {
    const page = document.addPage([400, 600]);
    page.setRotation(degrees(angle));
    page.drawRectangle({ x: 20, y: 20, width: 100, height: 50 });
  }
  if (password !== '') document.encrypt({ userPassword: password, ownerPassword: password });
  return Buffer.from(await document.save());
};

const paper = (blocks: Paper['blocks']): Paper => ({
  title: '一户一档',
  subject: '甲示例',
  author: '腾越街道办事处',
  createdAt: created.getTime(),
  blocks: [
    { kind: 'title', text: '封面' },
    { kind: 'contents' },
    { kind: 'section', title: '核对报告', contents: '核对报告' },
    ...blocks,
    { kind: 'section', title: '其他', contents: '其他' },
  ],
});

describe('uploaded PDFs', () => {
  it('are known for what they are', async () => {
    const whole = await scan([0, 90]);
    expect(await inspectPdf(whole)).toEqual({ state: 'readable', pages: 2 });
    expect(await inspectPdf(await scan([0], 'geheim'))).toEqual({ state: 'encrypted' });
    for (const broken of [Buffer.from('%PDF-1.7\n%%EOF'), whole.subarray(0, 60), Buffer.from('kein PDF')])
      expect(await inspectPdf(broken)).toEqual({ state: 'damaged' });
    expect(await inspectPdf(await scan(Array<number>(201).fill(0)))).toEqual({ state: 'tooLong' });
  });

  it('are drawn page by page where the contents says, the same bytes each time', async () => {
    const bytes = await scan([0, 90, 180, 270]);
    const wanted = paper([{ kind: 'pages', bytes, pages: 4, caption: '报告.pdf' }]);
    const [first, second] = [await createPrinter().print(wanted), await createPrinter().print(wanted)];
    expect(first.equals(second)).toBe(true);
    const printed = await PDFDocument.load(first, { updateMetadata: false });
    // Cover, contents, four pages of the report with its title on the first, and what comes after.
    expect(printed.getPageCount()).toBe(7);
    expect(printed.getCreationDate()).toEqual(created);
    const drawn = printed.getPages().map((page) => page.node.normalizedEntries().XObject.keys().length);
    expect(drawn).toEqual([0, 0, 1, 1, 1, 1, 0]);
  });
});
