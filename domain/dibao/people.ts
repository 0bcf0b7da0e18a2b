import { ageOn } from '../civil-date';
import type { DisabilityCategory, Labour, Member, StudentLevel } from './input';
import { identityOf } from './identity-of';
import type { RuleBook } from './rule-book';

/** What the rules need to know of a member on the day, derived once. */
export interface Person {
  readonly member: Member;
  readonly id: string;
  /** For sentences: the name, else the id. */
  readonly name: string;
  /** Undefined where nothing says it: taken for an adult of working age. */
  readonly age: number | undefined;
  readonly minor: boolean;
  readonly disability: { readonly category: DisabilityCategory | undefined; readonly grade: number } | undefined;
  /** 重度残疾: grade 1 or 2 of any category. */
  readonly severe: boolean;
  readonly student: StudentLevel | undefined;
  readonly labour: Labour;
}

const ADULT = 18;
const WORKING_FROM = 16;
const WORKING_TO = 60;
const schoolLevels: ReadonlySet<StudentLevel> = new Set(['preschool', 'primary', 'juniorSecondary', 'seniorSecondary']);

const labourOf = (
  member: Member,
  age: number | undefined,
  student: StudentLevel | undefined,
  disability: Person['disability'],
  book: RuleBook,
): Labour => {
  if (member.labour) return member.labour;
  if (student || (age !== undefined && (age < WORKING_FROM || age >= WORKING_TO))) return 'none';
  if (member.seriousIllness) return 'none';
  if (!disability) return 'full';
  const limits = book.table<Readonly<Record<string, number>>>('dibao.labour.withoutByDisability').value;
  const limit = disability.category ? (limits[disability.category] ?? 0) : 0;
  return disability.grade <= limit ? 'none' : 'partial';
};

export const knowPerson = (member: Member, book: RuleBook): Person => {
  const { birthDate, disability } = identityOf(member, book.on);
  const age = birthDate === undefined ? member.age : ageOn(birthDate, book.on);
  const student = member.student && member.student.fullTime !== false ? member.student.level : undefined;
  const minor = age === undefined ? student !== undefined && schoolLevels.has(student) : age < ADULT;
  return {
    member,
    id: member.id,
    name: member.name ?? member.id,
    age,
    minor,
    disability,
    severe: disability !== undefined && disability.grade <= 2,
    student,
    labour: labourOf(member, age, student, disability, book),
  };
};

/** Grade 1 or 2 of any category, or grade 3 intellectual or mental. */
export const isMentalGrade = (person: Person, ...grades: readonly number[]): boolean =>
  person.disability !== undefined &&
  (person.disability.category === 'intellectual' || person.disability.category === 'mental') &&
  grades.includes(person.disability.grade);
