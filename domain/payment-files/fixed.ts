import { decode } from 'iconv-lite';
import type { Encoding } from './encoding';
import type { FileFormat } from './format';

/** The lines of a file of records, without their ends and without copying. */
export const recordsIn = function* (bytes: Uint8Array): Generator<Uint8Array> {
  let start = 0;
  while (start < bytes.length) {
    const found = bytes.indexOf(10, start);
    const end = found < 0 ? bytes.length : found;
    const stop = end > start && bytes[end - 1] === 13 ? end - 1 : end;
    yield bytes.subarray(start, stop);
    start = end + 1;
  }
};

/** Cuts a record at its bytes; a character that a border would cut belongs to no cell, so columns never move. */
export const cutRecord = (
  record: Uint8Array,
  columns: readonly { readonly width?: number }[],
  encoding: Encoding,
): readonly string[] => {
  let start = 0;
  return columns.map(({ width = 0 }) => {
    const cell = decode(Buffer.from(record.subarray(start, start + width)), encoding);
    start += width;
    return cell;
  });
};

/** Whether the record is the layout's totals record rather than a line. */
export const isTotals = ({ returns: { totals } }: FileFormat, record: Uint8Array): boolean =>
  totals !== undefined && Buffer.from(record.subarray(0, totals.label.length)).toString('latin1') === totals.label;
