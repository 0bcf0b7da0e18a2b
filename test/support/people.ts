import { addDays, type CivilDate } from '../../domain/civil-date';
import { checkCharacterOf, type Sex } from '../../domain/identity/id-number';

/** An invented person: the place in the ID number exists nowhere. */
export interface InventedPerson {
  readonly name: string;
  readonly idNumber: string;
  readonly birthDate: CivilDate;
  readonly sex: Sex;
  readonly phone: string;
}

const NOWHERE = '539900';
const surnames = [...'赵钱孙李周吴郑王冯陈'];
const marks = [...'甲乙丙丁戊己庚辛壬癸'];

/** Mulberry32: the same seed gives the same numbers everywhere. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

export const idNumberOf = (birthDate: CivilDate, sequence: number, place = NOWHERE): string => {
  const digits = `${place}${birthDate.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return digits + checkCharacterOf(digits);
};

/** A source of invented people, the same for the same seed; within one source no ID number comes twice. */
export const createPeople = (seed: number) => {
  const random = seeded(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = (list: readonly string[]): string => list[below(list.length)]!;
  const given = new Set<string>();

  const next = (
    wanted: { readonly birthDate?: CivilDate; readonly sex?: Sex; readonly name?: string } = {},
  ): InventedPerson => {
    const birthDate = wanted.birthDate ?? addDays('1940-01-01', below(28_000));
    const sex = wanted.sex ?? (below(2) === 0 ? 'female' : 'male');
    const idNumber = idNumberOf(birthDate, below(500) * 2 + (sex === 'male' ? 1 : 0));
    if (given.has(idNumber)) return next(wanted);
    given.add(idNumber);
    const name = wanted.name ?? `${pick(surnames)}例${pick(marks)}`;
    return { name, idNumber, birthDate, sex, phone: `199${String(below(100_000_000)).padStart(8, '0')}` };
  };

  return {
    next,
    certificate: ({ idNumber }: InventedPerson, category: number, grade: number): string =>
      `${idNumber}${category}${grade}`,
  };
};
