import { createHash } from 'node:crypto';
import { composeLetter } from '../../domain/letters/compose';
import type { Paper } from '../../domain/letters/typeset/blocks';
import { writeLetter } from '../../domain/letters/write';
import { findFonts } from './fonts/find';
import { createPrinter } from './print';
import { textOf } from '../../test/support/pdf-text';

const head = { number: '530581-2022-000123', programme: '低保', office: '腾冲市民政局', on: '2022-09-13' };
const letter = (applicantName: string, ...paragraphs: string[]): Paper =>
  composeLetter({
    ...writeLetter('refusal', { ...head, applicantName }, ...paragraphs),
    createdAt: Date.parse('2022-09-13T02:00:00Z'),
    authority: 'county',
    townshipOffice: '腾越街道办事处',
  });
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('createPrinter', () => {
  it('gives the same bytes for the same letter, from the same and from another printer', async () => {
    const paper = letter('甲示例', '理由:家庭月人均收入超过标准。'.repeat(30));
    const printer = createPrinter();
    const hashes = [await printer.print(paper), await printer.print(paper), await createPrinter().print(paper)].map(
      sha256,
    );
    expect(new Set(hashes).size).toBe(1);
    expect(sha256(await printer.print(letter('乙示例', '理由')))).not.toBe(hashes[0]);
  });

  it('embeds names in rare characters, and their text can be read back', async () => {
    const text = textOf(await createPrinter().print(letter('䶮𠮷㛃', '正文。')));
    expect(text).toContain('䶮𠮷㛃：');
    expect(text).toContain('低保不予确认决定书');
    expect(text).toContain('2022年9月13日');
  });

  it('refuses to leave out a character that no font has', async () => {
    await expect(createPrinter().print(letter('\u{F0000}', '正文。'))).rejects.toMatchObject({
      code: 'fontLacksCharacter',
    });
  });

  it('goes on over further pages, each with its number', async () => {
    const text = textOf(await createPrinter().print(letter('甲示例', '理由'.repeat(700))));
    expect(text).toContain('— 1 —');
    expect(text).toContain('— 3 —');
  });

  it('lists the sections with the pages they begin on', async () => {
    const section = (title: string) => ({ kind: 'section', title, contents: title }) as const;
    const paper: Paper = {
      ...letter('甲示例'),
      blocks: [
        { kind: 'title', text: '封面' },
        { kind: 'contents' },
        section('第一部分'),
        {
          kind: 'table',
          columns: [{ share: 1, title: '栏' }],
          rows: Array.from({ length: 60 }, (_, at) => [`第${at}行`]),
        },
        section('第二部分'),
        { kind: 'picture', bytes: Buffer.from('no picture'), caption: '坏图片' },
      ],
    };
    const text = textOf(await createPrinter().print(paper)).replaceAll('\n', ' ');
    expect(text).toMatch(/目录 第一部分3 第二部分6/);
    expect(text).toContain('第59行');
    expect(text).toContain('图片内容无法识别');
  });
});

describe('findFonts', () => {
  it('says what to do where no folder has a Chinese font', () => {
    expect(() => findFonts(['/nowhere'])).toThrow(
      expect.objectContaining({ code: 'fontMissing', message: expect.stringContaining('FONT_DIR') }) as Error,
    );
  });
});
