import { isWordCharacter, mayEndLine, mayStartLine } from './characters';

/** Width of a character at the size in use, in points. */
export type Measure = (character: string) => number;

export interface Line {
  readonly text: string;
  readonly width: number;
  /** The last of its paragraph: not stretched. */
  readonly last: boolean;
}

export interface LineRoom {
  /** Points from margin to margin. */
  readonly width: number;
  /** Points that the first line leaves free. */
  readonly indent?: number;
  readonly measure: Measure;
}

/** What stays together: one Chinese character, or a whole word or figure that fits a line. */
const unitsOf = (text: string, { width, measure }: LineRoom): string[] => {
  const units: string[] = [];
  let word = '';
  const end = (): void => {
    const whole = [...word].reduce((sum, character) => sum + measure(character), 0);
    units.push(...(whole > width ? [...word] : word === '' ? [] : [word]));
    word = '';
  };
  for (const character of text) {
    if (isWordCharacter(character)) word += character;
    else {
      end();
      units.push(character);
    }
  }
  end();
  return units;
};

const firstOf = (unit: string): string => [...unit][0] ?? '';
const lastOf = (unit: string): string => [...unit].at(-1) ?? '';

/** How many of the line's units stay, so that neither a closing mark begins the next line nor an opening one ends this. */
const keep = (line: readonly string[], next: string): number => {
  const allowed = (count: number): boolean =>
    mayStartLine(firstOf(line[count] ?? next)) && mayEndLine(lastOf(line[count - 1] ?? ''));
  for (let count = line.length; count > 0; count -= 1) if (allowed(count)) return count;
  return line.length;
};

/** Breaks a paragraph by the Chinese rules of line breaking (避头尾): what may not stand there moves with its neighbour. */
export const breakLines = (text: string, room: LineRoom): readonly Line[] => {
  const units = unitsOf(text, room);
  const widthOf = (unit: string): number => [...unit].reduce((sum, character) => sum + room.measure(character), 0);
  const total = (line: readonly string[]): number => line.reduce((sum, unit) => sum + widthOf(unit), 0);
  const lines: Line[] = [];
  const put = (line: readonly string[], last: boolean): void => {
    const written = line.join('').trimEnd();
    lines.push({ text: written, width: widthOf(written), last });
  };
  let line: string[] = [];
  for (const unit of units) {
    const available = room.width - (lines.length === 0 ? (room.indent ?? 0) : 0);
    if (line.length > 0 && total(line) + widthOf(unit) > available + 0.01) {
      const kept = keep(line, unit);
      put(line.slice(0, kept), false);
      line = line.slice(kept);
    }
    if (line.length > 0 || unit !== ' ') line.push(unit);
  }
  if (line.length > 0 || lines.length === 0) put(line, true);
  else lines.push({ ...lines.pop()!, last: true });
  return lines;
};
