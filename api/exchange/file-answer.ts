import { answer } from '../http/answer';

const mimes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A file to be saved, under a Chinese name (RFC 6266). */
export const download = (bytes: Buffer, name: string, format: keyof typeof mimes) =>
  answer<unknown>(bytes, {
    headers: {
      'Content-Type': mimes[format],
      'Content-Disposition': `attachment; filename="exchange.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
    },
  });
