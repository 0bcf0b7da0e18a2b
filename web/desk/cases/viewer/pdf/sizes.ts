/** Width and height in the units of the page. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** 64 MB as a canvas keeps it, within what phones allow. */
const MOST_PIXELS = 16_000_000;

/** How many pixels stand for one unit of the page, that it may fill `pixels` in width without asking for more than a canvas bears. */
export const scaleFor = ({ width, height }: Size, pixels: number): number =>
  Math.min(pixels / width, Math.sqrt(MOST_PIXELS / (width * height)));

/** The page `step` further on, never beyond the first or the last. */
export const pageBeside = (at: number, step: 1 | -1, count: number): number => Math.min(count, Math.max(1, at + step));
