import type { Person } from './people';
import type { RuleBook, Ruled } from './rule-book';
import { compare, fraction } from '../rational';

/** A class and why; `A`, `B`, `C` when derived, any name when the caller assigned it. */
export interface ClassFinding {
  readonly name: string;
  readonly why: string;
}

const ADULT = 18;

/** Old, weak, sick or disabled adults among the adults who are not at school. */
const weakShare = (persons: readonly Person[]): ReturnType<typeof fraction> => {
  const adults = persons.filter((person) => !person.minor && (person.age ?? ADULT) >= ADULT && !person.student);
  const weak = adults.filter((person) => person.labour !== 'full').length;
  return adults.length === 0 ? fraction(1n) : fraction(BigInt(weak), BigInt(adults.length));
};

const derive = (persons: readonly Person[], book: RuleBook): ClassFinding => {
  if (persons.every((person) => person.labour === 'none'))
    return { name: 'A', why: persons.length === 1 ? '无劳动能力,重点保障' : '全家无劳动能力,重点保障' };
  return compare(weakShare(persons), book.ratio('dibao.class.mainShare').value) >= 0
    ? { name: 'B', why: '主要成员老弱病残,基本保障' }
    : { name: 'C', why: '有劳动能力,一般保障' };
};

/** The class of each person: as assigned, else the household's by rule (the meanings are practice, not law: assumed). */
export const classesOf = (persons: readonly Person[], book: RuleBook): ReadonlyMap<string, ClassFinding> => {
  const assigned: Ruled<string | Readonly<Record<string, string>>> | undefined = book.findTable('dibao.class.assigned');
  const derived = derive(persons, book);
  const one = (id: string): ClassFinding => {
    const name = typeof assigned?.value === 'object' ? assigned.value[id] : assigned?.value;
    return name === undefined ? derived : { name, why: '指定的类别' };
  };
  return new Map(persons.map((person) => [person.id, one(person.id)]));
};
