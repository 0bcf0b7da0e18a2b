import fc from 'fast-check';
import { breakLines } from './break-lines';
import { mayEndLine, mayStartLine } from './characters';

const even = (character: string): number => (/[\u0020-\u007e]/.test(character) ? 0.5 : 1);
const linesOf = (text: string, width: number, indent = 0): string[] =>
  breakLines(text, { width, indent, measure: even }).map((line) => line.text);

describe('breakLines', () => {
  it('fills lines, the first one shorter by its indentation', () => {
    expect(linesOf('一二三四五六七八九十', 4, 2)).toEqual(['一二', '三四五六', '七八九十']);
  });

  it('takes a character along when the next line would begin with a closing mark', () => {
    expect(linesOf('一二三四。五六', 4)).toEqual(['一二三', '四。五六']);
    expect(linesOf('一二三四）》五', 4)).toEqual(['一二三', '四）》五']);
  });

  it('takes an opening mark along when the line would end with it', () => {
    expect(linesOf('一二三《四五》', 4)).toEqual(['一二三', '《四五》']);
    expect(linesOf('一二（《四五六', 4)).toEqual(['一二', '（《四五', '六']);
  });

  it('keeps figures and dates whole', () => {
    expect(linesOf('编号为530581-2022-000123号', 10)).toEqual(['编号为', '530581-2022-000123号']);
    expect(linesOf('每月1,234.50元', 4)).toEqual(['每月', '1,234.50', '元']);
  });

  it('breaks a word that no line can hold', () => {
    expect(linesOf('A'.repeat(20), 4)).toEqual(['A'.repeat(8), 'A'.repeat(8), 'A'.repeat(4)]);
  });

  it('counts a rare character beyond the basic plane as one', () => {
    expect(linesOf('𠮷𠮷𠮷䶮', 2)).toEqual(['𠮷𠮷', '𠮷䶮']);
  });

  it('gives an empty paragraph one empty line', () => {
    expect(linesOf('', 4)).toEqual(['']);
  });

  it('loses nothing, stays within the width, and never breaks the rules of line breaking where they can be kept', () => {
    const character = fc.constantFrom(...'一二三四五六。，、；：）》（《“”1a.');
    fc.assert(
      fc.property(fc.array(character, { maxLength: 80 }), fc.integer({ min: 8, max: 14 }), (characters, width) => {
        const text = characters.join('');
        const lines = breakLines(text, { width, measure: even });
        expect(lines.map((line) => line.text).join('')).toBe(text);
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width);
        lines.slice(1).forEach((line, at) => {
          const before = [...lines[at]!.text];
          const possible = before.slice(1).some((other, place) => mayStartLine(other) && mayEndLine(before[place]!));
          if (possible) expect(mayStartLine([...line.text][0]!) && mayEndLine(before.at(-1)!)).toBe(true);
        });
      }),
    );
  });
});
