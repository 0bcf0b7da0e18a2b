import { isHan } from './characters';

const WIDE: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '?': '？', '!': '！' };

/** Chinese text is written with full-width punctuation on paper; figures such as 1,234.50 and 12:30 keep theirs. */
export const fullWidth = (text: string): string => {
  const brackets = text.replace(/\(([^()]*)\)/g, (whole, inside: string, at: number) => {
    const around = [...inside, text[at - 1] ?? '', text[at + whole.length] ?? ''];
    return around.some(isHan) ? `（${inside}）` : whole;
  });
  const characters = [...brackets];
  return characters
    .map((character, at) => {
      const wide = WIDE[character];
      if (wide === undefined) return character;
      const beside = [characters[at - 1], characters[at + 1]];
      return beside.some((other) => other !== undefined && isHan(other)) ? wide : character;
    })
    .join('');
};
