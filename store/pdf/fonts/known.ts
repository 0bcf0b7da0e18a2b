import type { Face } from '../../../domain/letters/typeset/blocks';

/** A font file by its name; of a collection (.ttc) the member with this PostScript name. */
export interface KnownFont {
  readonly file: string;
  readonly member?: string;
}

const NOTO_REGULAR: readonly KnownFont[] = [
  { file: 'NotoSerifSC_400Regular.ttf' },
  { file: 'NotoSerifCJK-Regular.ttc', member: 'NotoSerifCJKsc-Regular' },
  { file: 'NotoSerifCJKsc-Regular.otf' },
];
const NOTO_BOLD: readonly KnownFont[] = [
  { file: 'NotoSerifSC_700Bold.ttf' },
  { file: 'NotoSerifCJK-Bold.ttc', member: 'NotoSerifCJKsc-Bold' },
  { file: 'NotoSerifCJKsc-Bold.otf' },
];

/** Whose licences allow embedding in what is printed, best first: as GB/T 9704 asks, else the nearest free one. */
export const knownFonts: Readonly<Record<Face, readonly KnownFont[]>> = {
  body: [
    { file: 'FZFSK.TTF' },
    { file: 'FangSong_GB2312.ttf' },
    { file: 'simfang.ttf' },
    { file: 'ZhuqueFangsong-Regular.ttf' },
    { file: 'FandolFang-Regular.otf' },
    ...NOTO_REGULAR,
    { file: 'simsun.ttc', member: 'SimSun' },
  ],
  title: [
    { file: 'FZXBSK.TTF' },
    { file: 'FZXBSJW.TTF' },
    ...NOTO_BOLD,
    { file: 'FandolSong-Bold.otf' },
    { file: 'simsun.ttc', member: 'SimSun' },
  ],
  heading: [{ file: 'FZHTK.TTF' }, { file: 'simhei.ttf' }, { file: 'FandolHei-Regular.otf' }, ...NOTO_BOLD],
};

/** Asked character by character where the chosen font has no glyph: names in rare characters must not lose any. */
export const rareFonts: readonly KnownFont[] = [
  ...NOTO_REGULAR,
  { file: 'CactusClassicalSerif_400Regular.ttf' },
  { file: 'simsunb.ttf' },
  { file: 'NotoSansCJK-Regular.ttc', member: 'NotoSansCJKsc-Regular' },
];
