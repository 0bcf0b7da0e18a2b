import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Read by the viewer when a PDF needs them; the decoders made of WebAssembly are not, the content policy forbids them. */
const parts: Readonly<Record<string, RegExp>> = {
  cmaps: /\.bcmap$/,
  standard_fonts: /\.(pfb|ttf)$/,
  wasm: /_nowasm_fallback\.js$/,
};

/** Lays below /pdf what PDFs may leave out: the character maps of Chinese, the standard fonts, the decoder of JPEG 2000. */
export const pdfParts: Plugin = {
  name: 'pdf-parts',
  generateBundle() {
    for (const [folder, wanted] of Object.entries(parts))
      for (const name of readdirSync(join(library, folder)).filter((file) => wanted.test(file)))
        this.emitFile({
          type: 'asset',
          fileName: `pdf/${folder}/${name}`,
          source: readFileSync(join(library, folder, name)),
        });
  },
};
