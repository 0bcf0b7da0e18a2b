import { getDocument, GlobalWorkerOptions, type PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker&url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** The build lays them there (web/pdf-parts.mts): character maps, the standard fonts, the decoder of JPEG 2000. */
const PARTS = '/pdf';

/**
 * Reads a PDF once and whole, since each reading of a document is noted. The content policy forbids code made at run
 * time, WebAssembly too.
 */
export const openPdf = (url: string): PDFDocumentLoadingTask =>
  getDocument({
    url,
    disableRange: true,
    disableStream: true,
    isEvalSupported: false,
    useWasm: false,
    cMapUrl: `${PARTS}/cmaps/`,
    standardFontDataUrl: `${PARTS}/standard_fonts/`,
    wasmUrl: `${PARTS}/wasm/`,
  });
