import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import { sayingOf } from './faults';

type Opened =
  | { readonly state: 'loading' }
  | { readonly state: 'open'; readonly pdf: PDFDocumentProxy }
  | { readonly state: 'failed'; readonly saying: string };

/** A PDF, opened while it is looked at. The library that reads it is fetched with the first one. */
export const usePdf = (src: string): Opened => {
  const [opened, setOpened] = useState<Opened>({ state: 'loading' });
  useEffect(() => {
    let left = false;
    let task: PDFDocumentLoadingTask | undefined;
    const tell = (next: Opened): void => {
      if (!left) setOpened(next);
    };
    const open = async (): Promise<void> => {
      const { openPdf } = await import('./pdf-library');
      if (left) return;
      task = openPdf(src);
      tell({ state: 'open', pdf: await task.promise });
    };
    open().catch((error: unknown) => tell({ state: 'failed', saying: sayingOf(error) }));
    return () => {
      left = true;
      void task?.destroy();
    };
  }, [src]);
  return opened;
};
