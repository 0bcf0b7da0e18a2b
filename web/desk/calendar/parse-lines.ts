import { isCivilDate } from '../../../domain/civil-date';
import { texts } from './texts';

export interface Range {
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

type Parsed<Value> = { readonly values: readonly Value[] } | { readonly problem: string };

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim());

const parse = <Value>(
  text: string,
  read: (line: string) => Value | undefined,
  problem: (line: number) => string,
): Parsed<Value> => {
  const values: Value[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    if (line === '') continue;
    const value = read(line);
    if (value === undefined) return { problem: problem(index + 1) };
    values.push(value);
  }
  return { values };
};

const readRange = (line: string): Range | undefined => {
  const [from = '', to = '', ...why] = line.split(/\s+/);
  return isCivilDate(from) && isCivilDate(to) && why.length > 0 ? { from, to, why: why.join(' ') } : undefined;
};

/** 「2027-01-01 2027-01-03 元旦」, one range a line. */
export const parseRanges = (text: string): Parsed<Range> => parse(text, readRange, texts.badLine);
export const parseDays = (text: string): Parsed<string> =>
  parse(text, (line) => (isCivilDate(line) ? line : undefined), texts.badDay);
