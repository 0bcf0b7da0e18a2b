import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const WORTH_IT = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.map', '.webmanifest']);

/** "br", "gzip" or undefined, by what the browser takes and the kind of file gains. */
export const chooseEncoding = (request, extension) => {
  if (!WORTH_IT.has(extension)) return undefined;
  const accepted = String(request.headers['accept-encoding'] ?? '');
  return ['br', 'gzip'].find((encoding) =>
    new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))`).test(accepted),
  );
};

/** Files are compressed once and kept, pages anew for their nonce and therefore quickly. */
export const compress = async (body, encoding, quick = false) => {
  if (encoding === 'br') return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quick ? 4 : 9 } });
  if (encoding === 'gzip') return zip(body, { level: quick ? 4 : 9 });
  return body;
};
