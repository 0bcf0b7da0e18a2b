import type { Fen } from '../money';
import { fraction, roundTo } from '../rational';
import { classOrder } from './items';

/** What is counted, of a part or of the whole. */
export interface Counts {
  readonly households: number;
  readonly persons: number;
  /** 人次: a person paid for a month, so that arrears of two months count a person twice. */
  readonly personTimes: number;
  readonly fen: Fen;
  /** From January to the month. */
  readonly yearPersonTimes: number;
  readonly yearFen: Fen;
}

export interface DisclosurePart extends Counts {
  readonly township: string;
  readonly programme: string;
  readonly class: string;
}

/** Averages by their denominators, in fen, rounded half up; undefined where nothing is divided by. */
export interface Averages {
  readonly perHousehold: Fen | undefined;
  readonly perPerson: Fen | undefined;
  readonly perPersonTime: Fen | undefined;
}

const none: Counts = { households: 0, persons: 0, personTimes: 0, fen: 0n, yearPersonTimes: 0, yearFen: 0n };

export const sumOf = (parts: readonly Counts[]): Counts =>
  parts.reduce(
    (sum, part) => ({
      households: sum.households + part.households,
      persons: sum.persons + part.persons,
      personTimes: sum.personTimes + part.personTimes,
      fen: sum.fen + part.fen,
      yearPersonTimes: sum.yearPersonTimes + part.yearPersonTimes,
      yearFen: sum.yearFen + part.yearFen,
    }),
    none,
  );

const shared = (fen: Fen, among: number): Fen | undefined =>
  among === 0 ? undefined : roundTo(fraction(fen, BigInt(among)), 'halfUp');

export const averagesOf = ({ fen, households, persons, personTimes }: Counts): Averages => ({
  perHousehold: shared(fen, households),
  perPerson: shared(fen, persons),
  perPersonTime: shared(fen, personTimes),
});

export interface Section<Key extends string = string> {
  readonly key: Key;
  readonly counts: Counts;
}

const by = (parts: readonly DisclosurePart[], keyOf: (part: DisclosurePart) => string): readonly Section[] =>
  [...new Set(parts.map(keyOf))].map((key) => ({ key, counts: sumOf(parts.filter((part) => keyOf(part) === key)) }));

const classAt = (name: string): number => {
  const at = classOrder.indexOf(name);
  return at < 0 ? classOrder.length : at;
};

/** By class of one programme, in the order in which counties publish them. */
export const byClass = (parts: readonly DisclosurePart[], programme: string): readonly Section[] =>
  [
    ...by(
      parts.filter((part) => part.programme === programme),
      (part) => part.class,
    ),
  ].sort((a, b) => classAt(a.key) - classAt(b.key));

export const byTownship = (parts: readonly DisclosurePart[]): readonly Section[] =>
  [...by(parts, (part) => part.township)].sort((a, b) => a.key.localeCompare(b.key));

export const programmesOf = (parts: readonly DisclosurePart[]): readonly string[] =>
  [...new Set(parts.map(({ programme }) => programme))].sort();
