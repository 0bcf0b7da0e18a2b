import type { CivilMonth } from '../civil-date';
import { yuanFromFen, type Fen } from '../money';

/** One payment as it stands in a file. */
export interface FileLine {
  /** Number of the payment line; comes back with the answer. */
  readonly id: bigint;
  /** From 1 within the file. */
  readonly position: number;
  /** Of the account, as the bank knows it. */
  readonly holderName: string;
  /** Of the account's holder; '' where the holder is no member of the household. */
  readonly idNumber: string;
  readonly cardNumber: string;
  readonly fen: Fen;
  /** What is paid, in words: 低保金. */
  readonly subsidy: string;
  readonly month: CivilMonth;
}

const REFERENCE = /^DD0*(\d{1,18})$/;

/** What names a line in a file and in the answer: `DD` and twelve digits. */
export const referenceOf = (id: bigint): string => `DD${id.toString().padStart(12, '0')}`;

export const lineIdOf = (reference: string): bigint | undefined => {
  const digits = REFERENCE.exec(reference.trim())?.[1];
  return digits === undefined ? undefined : BigInt(digits);
};

/** What a column of a file can say of a line. */
export const lineFields = {
  reference: ({ id }) => referenceOf(id),
  position: ({ position }) => String(position),
  holderName: ({ holderName }) => holderName,
  idNumber: ({ idNumber }) => idNumber,
  cardNumber: ({ cardNumber }) => cardNumber,
  yuan: ({ fen }) => yuanFromFen(fen),
  fen: ({ fen }) => fen.toString(),
  subsidy: ({ subsidy }) => subsidy,
  month: ({ month }) => month.replace('-', ''),
} as const satisfies Readonly<Record<string, (line: FileLine) => string>>;

export type LineField = keyof typeof lineFields;
