import { isCivilDate, isCivilMonth, monthOf, type CivilDate, type CivilMonth } from '../civil-date';
import { fenFromYuan, isYuan, type Fen } from '../money';

/** A line of a file as it was read; the header is line 1, as an editor and a spreadsheet count. */
export interface SheetLine {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Sheet {
  readonly head: readonly string[];
  readonly lines: readonly SheetLine[];
}

/** A line that cannot be used; the sentence is told with its number. */
export interface BadLine {
  readonly line: number;
  readonly problem: string;
}

/** A spreadsheet's full-width signs and blanks mean nothing. */
export const plain = (text: string): string => text.normalize('NFKC').trim();

/** 「2026-07-01」, 「2026/7/1」, 「20260701」, 「2026年7月1日」. */
export const dayIn = (text: string): CivilDate | undefined => {
  const day = plain(text).split(/[ T]/)[0] ?? '';
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(day) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(day);
  const read = match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : '';
  return isCivilDate(read) ? read : undefined;
};

/** A month, or the month of a day. */
export const monthIn = (text: string): CivilMonth | undefined => {
  const match = /^(\d{4})[-/.年]?(\d{1,2})月?$/.exec(plain(text));
  const read = match ? `${match[1]}-${match[2]!.padStart(2, '0')}` : '';
  if (isCivilMonth(read)) return read;
  const day = dayIn(text);
  return day && monthOf(day);
};

export const fenIn = (text: string): Fen | undefined => {
  const yuan = plain(text).replace(/[,元¥\s]/g, '');
  return isYuan(yuan) && !yuan.startsWith('-') ? fenFromYuan(yuan) : undefined;
};
