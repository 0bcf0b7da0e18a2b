import { Button } from 'antd';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useRef, useState } from 'react';
import { useShortcuts } from '../../../../shared/keyboard/shortcuts';
import type { Held } from '../turning';
import { pageBeside } from './sizes';
import { texts } from './texts';
import { useDrawn } from './use-drawn';
import { useWidth } from './use-width';

interface Props {
  readonly pdf: PDFDocumentProxy;
  readonly name: string;
  readonly held: Held;
}

/** The pages of an open PDF, one at a time, as wide as the viewer. */
export const Pages = ({ pdf, name, held }: Props) => {
  const [at, setAt] = useState(1);
  const [around, sheet] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const drawing = useDrawn(sheet, { pdf, at, width: useWidth(around), held });
  const turn = (step: 1 | -1): void => {
    setAt((before) => pageBeside(before, step, pdf.numPages));
    around.current?.scrollTo({ top: 0 });
  };
  useShortcuts({ n: () => turn(1), p: () => turn(-1) });
  return (
    <>
      <div className="viewer-tools">
        <Button disabled={at === 1} onClick={() => turn(-1)}>
          {texts.previous}
        </Button>
        <Button disabled={at === pdf.numPages} onClick={() => turn(1)}>
          {texts.next}
        </Button>
        <span role="status" className="viewer-page">
          {texts.page(at, pdf.numPages)}
        </span>
        <span className="quiet small viewer-page">{texts.keys}</span>
      </div>
      {drawing === 'failed' ? <p role="alert">{texts.undrawn}</p> : null}
      <div className="viewer-picture viewer-sheet" ref={around} tabIndex={0} role="group" aria-label={texts.pages}>
        <div
          ref={sheet}
          role="img"
          aria-label={texts.pageOf(name, at, pdf.numPages)}
          aria-busy={drawing === 'drawing'}
          hidden={drawing === 'failed'}
        />
      </div>
    </>
  );
};
