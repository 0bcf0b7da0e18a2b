import { answer, type Answer } from './answer';

/** A PDF under a Chinese file name (RFC 6266), with a plain one for old readers. */
export const pdfAnswer = (bytes: Buffer, name: string): Answer<Buffer> => {
  const encoded = encodeURIComponent(`${name}.pdf`).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return answer(bytes, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="print.pdf"; filename*=UTF-8''${encoded}`,
    },
  });
};
