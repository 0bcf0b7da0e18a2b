import { answer } from '../http/answer';

/** RFC 6266: the name in Chinese, and one without for old readers. */
const disposition = (name: string): string =>
  `inline; filename="document"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`;

/** A stored file as the answer itself, shown in the browser. */
export const fileAnswer = (
  { mime, name }: { readonly mime: string; readonly name: string },
  bytes: Buffer<ArrayBuffer>,
) => answer(bytes, { headers: { 'Content-Type': mime, 'Content-Disposition': disposition(name) } });
