import { useEffect, useRef } from 'react';
import Pad from 'signature_pad';
import { scaled } from './scaled';

const INK = '#10203a';
const PAPER = '#ffffff';

/** As many dots as the screen has, the strokes as they were. */
const fit = (canvas: HTMLCanvasElement, pad: Pad, before: number): number => {
  const { width, height } = canvas.getBoundingClientRect();
  if (width === 0 || width === before) return before;
  const ratio = Math.max(window.devicePixelRatio, 1);
  const strokes = pad.toData();
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.getContext('2d')?.scale(ratio, ratio);
  pad.clear();
  if (strokes.length > 0) pad.fromData(before > 0 ? scaled(strokes, width / before) : strokes);
  return width;
};

/** A canvas that takes finger, mouse and pen; `onSigned` hears of the picture after each stroke. */
export const usePad = (onSigned: (png: Blob | null) => void) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<Pad>(null);
  const told = useRef(onSigned);
  const turn = useRef(0);
  told.current = onSigned;

  useEffect(() => {
    const place = canvas.current;
    if (!place) return undefined;
    const own = new Pad(place, { penColor: INK, backgroundColor: PAPER, minWidth: 0.9, maxWidth: 2.6 });
    pad.current = own;
    let width = fit(place, own, 0);
    const watch = new ResizeObserver(() => (width = fit(place, own, width)));
    watch.observe(place);
    own.addEventListener('endStroke', () => {
      const mine = ++turn.current;
      place.toBlob((png) => {
        if (mine === turn.current) told.current(png);
      }, 'image/png');
    });
    return () => {
      turn.current += 1;
      watch.disconnect();
      own.off();
      pad.current = null;
    };
  }, []);

  /** Empties the canvas; a picture still being made is not told any more. */
  const wipe = (): void => {
    turn.current += 1;
    pad.current?.clear();
  };
  return { canvas, wipe };
};
