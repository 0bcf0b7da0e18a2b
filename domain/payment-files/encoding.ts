import { decode, encode } from 'iconv-lite';

/** GB18030 is GBK and, in four bytes, every other character. */
export const encodings = { 'utf-8': 'UTF-8', gbk: 'GBK', gb18030: 'GB18030' } as const;
export type Encoding = keyof typeof encodings;

/** Undefined where the encoding lacks a character: nothing is ever written as “?”. */
export const encoded = (text: string, encoding: Encoding): Uint8Array | undefined => {
  const bytes = encode(text, encoding);
  return decode(bytes, encoding) === text ? bytes : undefined;
};

/** The characters that the encoding lacks, each once. */
export const lacking = (text: string, encoding: Encoding): readonly string[] => [
  ...new Set([...text].filter((character) => encoded(character, encoding) === undefined)),
];
