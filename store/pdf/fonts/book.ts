import { openSync, type Font } from 'fontkit';
import type { Face } from '../../../domain/letters/typeset/blocks';
import { AppError } from '../../../domain/errors';
import { findFonts, fontFolders, type FoundFont } from './find';

/** Text in one font. */
export interface Run {
  readonly font: Font;
  readonly text: string;
}

/** Fonts opened once and shared by all papers. */
export interface FontBook {
  /** Points that a character takes. @throws AppError fontLacksCharacter */
  width(face: Face, character: string, size: number): number;
  /** The text in as few runs as its characters allow. @throws AppError fontLacksCharacter */
  runs(face: Face, text: string): readonly Run[];
}

const open = ({ path, member }: FoundFont): Font => {
  const opened = openSync(path, member);
  if ('fonts' in opened) throw new Error(`${path} is a collection: name the member to use`);
  return opened;
};

const lacks = (character: string): AppError => {
  const code = character.codePointAt(0)!.toString(16).toUpperCase();
  return new AppError(
    'fontLacksCharacter',
    `现有字体都没有“${character}”(U+${code})这个字,不能生成缺字的文书;请管理员安装收有此字的字体,或放入 FONT_DIR 目录`,
    { character: `U+${code}` },
  );
};

const remembered = <Key, Value>(make: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
};

/** Opens a font when its first character is asked for. @throws AppError fontMissing */
export const createFontBook = (fontDir: string): FontBook => {
  const { faces, rare } = findFonts(fontFolders(fontDir));
  const opened = remembered((id: string) => open(JSON.parse(id) as FoundFont));
  const fontOf = (found: FoundFont): Font => opened(JSON.stringify(found));
  const placed = remembered((key: string): { readonly font: Font; readonly width: number } => {
    const [face, character] = [key.slice(0, key.indexOf(':')) as Face, key.slice(key.indexOf(':') + 1)];
    const code = character.codePointAt(0)!;
    for (const found of [faces[face], faces.body, ...rare]) {
      const font = fontOf(found);
      if (!font.hasGlyphForCodePoint(code)) continue;
      return { font, width: font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm };
    }
    throw lacks(character);
  });
  const place = (face: Face, character: string) => placed(`${face}:${character}`);
  return {
    width: (face, character, size) => place(face, character).width * size,
    runs(face, text) {
      const runs: { font: Font; text: string }[] = [];
      for (const character of text) {
        const { font } = place(face, character);
        const last = runs.at(-1);
        if (last?.font === font) last.text += character;
        else runs.push({ font, text: character });
      }
      return runs;
    },
  };
};
