import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { knownFonts, rareFonts, type KnownFont } from './known';
import type { Face } from '../../../domain/letters/typeset/blocks';
import { AppError } from '../../../domain/errors';

export interface FoundFont {
  readonly path: string;
  readonly member?: string;
}

export interface FoundFonts {
  readonly faces: Readonly<Record<Face, FoundFont>>;
  readonly rare: readonly FoundFont[];
}

/** Installed with the program, so that every machine prints the same. */
const packageFolders = (): string[] => [
  dirname(require.resolve('@expo-google-fonts/noto-serif-sc/package.json')),
  dirname(require.resolve('@expo-google-fonts/cactus-classical-serif/package.json')),
];

const systemFolders = (): string[] => [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  '/usr/share/texmf/fonts/opentype',
  '/usr/share/texlive/texmf-dist/fonts/opentype',
  join(homedir(), '.local/share/fonts'),
  '/Library/Fonts',
  'C:\\Windows\\Fonts',
];

/** The order of places: the office's own choice, the packages, then the machine's. */
export const fontFolders = (fontDir: string): string[] => [
  ...(fontDir ? [fontDir] : []),
  ...packageFolders(),
  ...systemFolders(),
];

const filesIn = (folder: string): ReadonlyMap<string, string> => {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return new Map(
      entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => [entry.name.toLowerCase(), join(entry.parentPath, entry.name)]),
    );
  } catch {
    return new Map();
  }
};

const missing = (folders: readonly string[]): AppError =>
  new AppError(
    'fontMissing',
    '服务器上没有可用的中文字体,暂不能生成 PDF(文书内容不受影响,可在页面上查看);请管理员运行 npm install,或安装 fonts-noto-cjk,或用 FONT_DIR 指定字体目录',
    { folders: [...folders] },
  );

/** The first folder that has any of a face's fonts decides; within a folder the order of the table. @throws AppError fontMissing */
export const findFonts = (folders: readonly string[]): FoundFonts => {
  const places = folders.map(filesIn);
  const inPlace = (place: ReadonlyMap<string, string>, known: readonly KnownFont[]): FoundFont[] =>
    known.flatMap(({ file, member }) => {
      const path = place.get(file.toLowerCase());
      return path === undefined ? [] : [{ path, ...(member !== undefined && { member }) }];
    });
  const all = (known: readonly KnownFont[]): FoundFont[] => places.flatMap((place) => inPlace(place, known));
  const [body] = all(knownFonts.body);
  if (!body) throw missing(folders);
  return {
    faces: { body, title: all(knownFonts.title)[0] ?? body, heading: all(knownFonts.heading)[0] ?? body },
    rare: all(rareFonts),
  };
};
