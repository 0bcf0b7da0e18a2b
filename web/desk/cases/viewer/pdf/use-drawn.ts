import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import { useEffect, useMemo, useState, type RefObject } from 'react';
import type { Held } from '../turning';
import { scaleFor } from './sizes';

interface Wanted {
  readonly pdf: PDFDocumentProxy;
  readonly at: number;
  /** Of the place for the page, in CSS pixels. */
  readonly width: number;
  readonly held: Held;
}

/** Draws a page into a canvas of its own; the page before stays until the new one is there. */
const draw = async ({ pdf, at, width, held }: Wanted, started: (task: RenderTask) => void) => {
  const page = await pdf.getPage(at);
  const rotation = (page.rotate + held.turns * 90) % 360;
  const scale = scaleFor(page.getViewport({ scale: 1, rotation }), width * held.zoom * window.devicePixelRatio);
  const viewport = page.getViewport({ scale, rotation });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  canvas.style.width = `${held.zoom * 100}%`;
  const task = page.render({ canvas, viewport });
  started(task);
  await task.promise;
  return canvas;
};

type Drawing = 'drawing' | 'drawn' | 'failed';

interface Done {
  readonly wanted: Wanted;
  readonly drawing: Drawing;
}

/** Keeps the page that is wanted drawn in `place`; what was drawn before says nothing of the page wanted now. */
export const useDrawn = (place: RefObject<HTMLElement | null>, { pdf, at, width, held }: Wanted): Drawing => {
  const [done, setDone] = useState<Done>();
  const wanted = useMemo(() => ({ pdf, at, width, held }), [pdf, at, width, held]);
  useEffect(() => {
    if (wanted.width === 0) return undefined;
    let left = false;
    let task: RenderTask | undefined;
    const started = (begun: RenderTask): void => {
      task = begun;
      if (left) begun.cancel();
    };
    draw(wanted, started).then(
      (canvas) => {
        if (left) return;
        place.current?.replaceChildren(canvas);
        setDone({ wanted, drawing: 'drawn' });
      },
      () => {
        if (!left) setDone({ wanted, drawing: 'failed' });
      },
    );
    return () => {
      left = true;
      task?.cancel();
    };
  }, [place, wanted]);
  return done?.wanted === wanted ? done.drawing : 'drawing';
};
